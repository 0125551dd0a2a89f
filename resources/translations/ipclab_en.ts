<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ipclab::AxisRow</name>
    <message numerus="yes">
        <source>%n value(s): </source>
        <translation>
            <numerusform>%n value: </numerusform>
            <numerusform>%n values: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::CompareDialog</name>
    <message numerus="yes">
        <source>Copied: %n row(s)</source>
        <translation>
            <numerusform>Copied: %n row</numerusform>
            <numerusform>Copied: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are marked: their repeats disagree, or other work disturbed them.</source>
        <translation>
            <numerusform>%n cell is marked: its repeats disagree, or other work disturbed them.</numerusform>
            <numerusform>%n cells are marked: their repeats disagree, or other work disturbed them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be measured here. %1: %2</source>
        <translation>
            <numerusform>%n cell cannot be measured here. %1: %2</numerusform>
            <numerusform>%n cells cannot be measured here. %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measure %n marked cell(s) again</source>
        <translation>
            <numerusform>Measure %n marked cell again</numerusform>
            <numerusform>Measure %n marked cells again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opened %1. %n cell(s) are not measured to the end: it can be gone on with.</source>
        <translation>
            <numerusform>Opened %1. %n cell is not measured to the end: it can be gone on with.</numerusform>
            <numerusform>Opened %1. %n cells are not measured to the end: it can be gone on with.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::GuideLists</name>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::LookPage</name>
    <message numerus="yes">
        <source>Executes %n instruction(s), then holds the thread there (ptrace).</source>
        <translation>
            <numerusform>Executes %n instruction, then holds the thread there (ptrace).</numerusform>
            <numerusform>Executes %n instructions, then holds the thread there (ptrace).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::MainWindow</name>
    <message numerus="yes">
        <source>%n step(s) were written into the document.</source>
        <translation>
            <numerusform>%n step was written into the document.</numerusform>
            <numerusform>%n steps were written into the document.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::SweepResults</name>
    <message numerus="yes">
        <source>%1: %2 (%3 … %4), the median of %n repeat(s).</source>
        <translation>
            <numerusform>%1: %2 (%3 … %4), from %n repeat.</numerusform>
            <numerusform>%1: %2 (%3 … %4), the median of %n repeats.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::SweepWords</name>
    <message numerus="yes">
        <source>In %n repeat(s) other work disturbed it: %1.</source>
        <translation>
            <numerusform>In %n repeat other work disturbed it: %1.</numerusform>
            <numerusform>In %n repeats other work disturbed it: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::WaitTable</name>
    <message numerus="yes">
        <source>%n byte(s) wait unread, and nobody will be woken for them</source>
        <translation>
            <numerusform>%n byte waits unread, and nobody will be woken for it</numerusform>
            <numerusform>%n bytes wait unread, and nobody will be woken for them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::Words</name>
    <message numerus="yes">
        <source>another arrival: %n byte(s) wait unread, and nobody will be woken for them</source>
        <translation>
            <numerusform>another arrival: %n byte waits unread, and nobody will be woken for it</numerusform>
            <numerusform>another arrival: %n bytes wait unread, and nobody will be woken for them</numerusform>
        </translation>
    </message>
</context>
</TS>
