#!/usr/bin/env python3
"""exports_agree.py IPCLAB [PRESET]: makes one short run, recorded and exported, and reads CSV, JSON, trace and recording as
other programs do (csv, json, sqlite3 of Python): their totals are those of the result. Prints what is not.
exports_agree.py --self-test: proves that it can fail."""
import collections
import csv
import json
import math
import pathlib
import sqlite3
import subprocess
import sys
import tempfile


def near(a, b, of=1e-6):
    return math.isclose(float(a), float(b), rel_tol=1e-6, abs_tol=of)


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def at(value, path):
    for key in path.split("/"):
        value = value.get(key) if isinstance(value, dict) else None
    return value


class Compared:
    def __init__(self):
        self.faults, self.compared = [], 0

    def same(self, what, a, b, of=1e-6):
        self.compared += 1
        if a is None and b is None:
            return
        if a is None or b is None or not near(a, b, of):
            self.faults.append(f"{what}: {a} and {b}")


def seconds_of_csv(folder):
    sums = collections.Counter()
    for row in rows(folder / "states.csv"):
        sums[row["process"], row["state"]] += float(row["end_s"]) - float(row["start_s"])
    return sums


def seconds_of_trace(trace):
    names, sums = {}, collections.Counter()
    for event in trace["traceEvents"]:
        if event["ph"] == "M" and event["name"] == "process_name":
            names[event["pid"]] = event["args"]["name"]
    for event in trace["traceEvents"]:
        if event["ph"] == "X" and event["cat"] == "state":
            sums[event["pid"], event["tid"], event["args"]["state"]] += event["dur"] * 1e-6
    return names, sums


def seconds_of_recording(db):
    return {(name, state): s for name, state, s in db.execute(
        "SELECT p.name, i.state, sum(i.end_ns - i.start_ns) / 1e9 FROM interval i JOIN process p ON p.id = i.process "
        "GROUP BY p.name, i.state")}


def compare_states(check, result, folder, trace, db):
    by_csv, by_db = seconds_of_csv(folder), seconds_of_recording(db)
    names, by_trace = seconds_of_trace(trace)
    # A process as a whole, where its first thread has its number (engine/export/trace_json.h).
    apart = {pid for pid, tid, _ in by_trace if tid == pid + 20_000_000}
    track = {pid: pid + 20_000_000 if pid in apart else pid for pid in names}
    whole = {(names[pid], state): s for (pid, tid, state), s in by_trace.items() if tid == track.get(pid)}
    for key, seconds in by_csv.items():
        check.same(f"states.csv and trace, {key}", seconds, whole.get(key))
        check.same(f"states.csv and recording, {key}", seconds, by_db.get(key))
    for task in result["tasks"]:
        for state, seconds in task["state_s"].items():
            tid = task["tid"] or track.get(task["pid"])
            told = by_trace.get((task["pid"], tid, state))
            check.same(f"trace and result, {task['name']} {tid} {state}", told, seconds)


def compare_figures(check, result, folder, quantities):
    where = {(q["owner"], q["id"]): q["json"] for q in quantities}
    owners = {"process": result["processes"], "link": result["links"], "run": [result]}
    for row in rows(folder / "figures.csv"):
        if row["owner"] not in owners:
            continue
        of = next((o for o in owners[row["owner"]] if row["owner"] == "run" or o["name"] == row["name"]), None)
        told = at(of, where[row["owner"], row["figure"]])
        if not isinstance(told, (int, float)) or isinstance(told, bool):
            told = None
        check.same(f"figures.csv and result, {row['owner']} {row['name']} {row['figure']}",
                   float(row["value"]) if row["value"] else None, told)


def compare_links(check, result, folder, trace, db):
    counted = collections.Counter()
    for row in rows(folder / "latency.csv"):
        counted[row["link"]] += int(row["count"])
    totals = {row[0]: row[1:] for row in db.execute("SELECT name, received, bytes FROM link_totals")}
    for link in result["links"]:
        check.same(f"recording and result, received of {link['name']}", totals[link["name"]][0], link["received"])
        check.same(f"recording and result, bytes of {link['name']}", totals[link["name"]][1], link["bytes"])
        if link["latency_ns"]["count"] is not None and counted:
            check.same(f"latency.csv and result, {link['name']}", counted[link["name"]], link["latency_ns"]["count"])
    samples = sum(1 for row in rows(folder / "series.csv") for name, cell in row.items() if name != "t_s" and cell)
    counters = sum(1 for event in trace["traceEvents"] if event["ph"] == "C")
    check.same("series.csv and trace, samples", samples, counters)


def compare_events(check, result, folder, trace, db):
    instants = sum(1 for event in trace["traceEvents"] if event["ph"] == "i")
    check.same("events.csv and result", len(rows(folder / "events.csv")), len(result["events"]))
    check.same("trace and result, events", instants, len(result["events"]))
    check.same("recording and result, events", db.execute("SELECT count(*) FROM event").fetchone()[0],
               len(result["events"]))


def compare(result, folder, recording, quantities):
    check = Compared()
    trace = json.loads((folder / "trace.json").read_text(encoding="utf-8"))
    with sqlite3.connect(f"file:{recording}?mode=ro", uri=True) as db:
        compare_states(check, result, folder, trace, db)
        compare_figures(check, result, folder, quantities)
        compare_links(check, result, folder, trace, db)
        compare_events(check, result, folder, trace, db)
    return check


def measure(ipclab, preset):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        recording = folder / "run.ipclab"
        ran = subprocess.run([ipclab, "run", preset, "--duration", "1", "--record", recording, "--export",
                              folder / "run", "--json"], capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            sys.exit(f"{preset} ended with {ran.returncode}: {ran.stderr}")
        asked = subprocess.run([ipclab, "list", "quantities", "--json"], capture_output=True, text=True, check=True)
        result, quantities = json.loads(ran.stdout), json.loads(asked.stdout)
        check = compare(result, folder / "run", recording, quantities)
        # A recording that is exported later tells the same.
        subprocess.run([ipclab, "export", recording, "--to", folder / "again", "--format", "csv,trace"], check=True)
        again = compare(result, folder / "again", recording, quantities)
        return check.faults + [f"exported later: {fault}" for fault in again.faults], check.compared + again.compared


def self_test():
    check = Compared()
    check.same("a", 1.0, 1.0 + 1e-9)
    assert not check.faults
    for a, b in ((1, 2), (None, 1), (1, None), (1.0, 1.01)):
        check = Compared()
        check.same("b", a, b)
        assert check.faults, (a, b)


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        sys.exit(0)
    found, compared = measure(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "first")
    for line in found:
        print(line)
    print(f"{compared} figures compared, {len(found)} differ")
    sys.exit(1 if found or compared < 50 else 0)
