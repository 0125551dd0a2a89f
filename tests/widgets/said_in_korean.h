// What the engine says, in a program that speaks Korean.
#pragma once

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTranslator>

#include "core/sentences.h"
#include "runs/said.h"

namespace ipclab {

class SaidInKorean : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_korean.load(QStringLiteral(":/translations/ipclab_ko.qm")));
        ASSERT_TRUE(QCoreApplication::installTranslator(&m_korean));
    }
    void TearDown() override { QCoreApplication::removeTranslator(&m_korean); }

    static void expectKorean(const std::string& english) {
        ASSERT_TRUE(findSentence(english)) << '"' << english << "\" is none of core/sentences.def";
        expectNoEnglish(said(english), english);
    }

    // Names, commands and settings stay as they are; three words in a row are a sentence that was left.
    static void expectNoEnglish(QString text, const std::string& english) {
        static const QRegularExpression command(QStringLiteral("ipclab list [a-z]+|ipclab lab( check)?|ip link set [a-z ]+"));
        text.remove(command);
        static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
        static const QRegularExpression sentence(QStringLiteral("\\b[a-z]{2,},? [a-z]{2,},? [a-z]{2,}\\b"));
        EXPECT_TRUE(text.contains(hangul)) << text.toStdString() << "\n  of: " << english;
        EXPECT_FALSE(text.contains(sentence)) << text.toStdString() << "\n  of: " << english;
    }

    QTranslator m_korean;
};

}  // namespace ipclab
