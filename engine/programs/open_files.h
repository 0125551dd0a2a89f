// Room for thousands of connections: a program that holds them raises its own limit of open files and says so.
#pragma once

namespace ipclab {

class WorkerContext;

// The soft limit of RLIMIT_NOFILE becomes the hard one, unless the document sets one; tells what it was and is.
void raiseOpenFilesOf(const WorkerContext& worker);

}  // namespace ipclab
