// What the engine says to people stands once, in English, where the thing is registered, and is marked there with what it
// belongs to: TEXT("mechanism", "named pipe (FIFO)"). The engine links no Qt and uses it as it is. lupdate knows the mark
// by its name (the target update-translations) and files the text under the first word; the window looks its translation
// up there (translated() in runs/said.h).
#pragma once

#define TEXT(of, english) english
