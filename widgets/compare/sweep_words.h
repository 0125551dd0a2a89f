// What a sweep varies and gives, in the language of the program: its axes, their values, figures, and what a comparison
// says. Tables, charts and the report say the same.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sweep/sweep_slice.h"

namespace ipclab {

class SweepWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::SweepWords)
public:
    // "Message size of producer"; a place that is no field of the document stands for itself.
    static QString axis(const std::string& path);
    // "4 KiB", "pipe", "one CPU".
    static QString value(const SweepAxis& axis, std::size_t value);
    // The unit of its values: "B"; empty: they have none.
    static QString unit(const SweepAxis& axis);
    // "pipe, 4 KiB"; the baseline as "pipe".
    static QString cell(const Sweep& sweep, const SweepCell& cell);
    static QString baseline(const Sweep& sweep, const SweepBaseline& baseline);

    // "Messages received", with whose they are where that is one of several: "link: Latency, p99".
    static QString figure(const SweepFigure& figure);
    // Of times seconds, as charts write them: values() of a figure are to be scaled by scale().
    static QString unit(const SweepFigure& figure);
    static double scale(const SweepFigure& figure);
    static QString number(double value, const SweepFigure& figure);  // with its unit
    // A unit that is a word once: "504k … 572k messages/s".
    static QString interval(double low, double high, const SweepFigure& figure);

    // "1.84×", "1.84× (1.71 … 1.98)".
    static QString ratio(double ratio);
    static QString ratio(const SweepComparison& comparison);
    // One word for a table: "higher", "no difference shown", "too few repeats".
    static QString difference(Difference difference);
    // In plain words, with its numbers and the test that decides: for one cell against its baseline.
    static QString verdict(const SweepSlice& slice, std::size_t cell);
    // Why a cell cannot be measured here, without the place in the document that the message names.
    static QString skipped(const SweepCell& cell);
    // What is wrong with a cell, for people; empty: nothing.
    static QString doubt(const SweepSlice& slice, std::size_t cell);

    // Under a picture: cells, repeats, machine, date.
    static QString caption(const Sweep& sweep, const nlohmann::ordered_json& host, const std::string& startedAt);
};

// Its values as numbers, where all are.
std::optional<std::vector<double>> numbersOf(const SweepAxis& axis);

}  // namespace ipclab
