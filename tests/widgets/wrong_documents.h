// Documents each of which has something wrong, and settings that cannot be: together they provoke every kind of problem
// that a document can have on any machine.
#pragma once

#include <string>

namespace ipclab::test::wrong {

// Two of each, and one command.
inline const std::string kProcesses = R"({"name":"p","program":"producer"},{"name":"q","program":"producer"},
    {"name":"c","program":"consumer"},{"name":"d","program":"consumer"},
    {"name":"cat","program":"command","command":["cat"]})";

inline std::string document(const std::string& processes, const std::string& links, const std::string& rest = "") {
    return R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[)" + processes + R"(],"links":[)" + links +
           "]" + rest + "}";
}
inline std::string withLinks(const std::string& links) { return document(kProcesses, links); }
inline std::string withProcess(const std::string& fields) { return document(R"({"name":"x",)" + fields + "}", ""); }
inline std::string withSteps(const std::string& steps) {
    return document(kProcesses, R"({"mechanism":"pipe","from":"p","to":"c"})", R"(,"steps":[)" + steps + "]");
}
inline std::string withShared(const std::string& shared) {
    return document(R"({"name":"a","program":"increment","count":1},{"name":"b","program":"token","count":1})", "",
                    R"(,"shared":[)" + shared + "]");
}

inline const std::string kLinks[] = {
    R"({"name":"a b","mechanism":"pipe","from":"p","to":"c"})",
    R"({"name":"l","mechanism":"pipe","from":"p","to":"c"},{"name":"l","mechanism":"pipe","from":"q","to":"d"})",
    R"({"mechanism":"pipe","from":{"process":"p","attach":"stdio"},"to":"c"})",
    R"({"mechanism":"pipe","from":{"process":"cat","mode":"nonblocking"},"to":"c"})",
    R"({"mechanism":"posix-shm","from":"p","to":{"process":"c","mode":"poll"}})",
    R"({"mechanism":"pipe","from":{"process":"p","mode":"nonblocking","timeout_ms":1,"spin_us":1},"to":"c"})",
    R"({"mechanism":"pipe","from":{"process":"p","priority":1,"type":1},"to":{"process":"c","priority":1}})",
    R"({"mechanism":"sysv-mq","from":{"process":"p","type":0},"to":"c"})",
    R"({"mechanism":"process-vm","from":"cat","to":"c"})",
    R"({"mechanism":"http","from":"p","to":"c"})",
    R"({"mechanism":"pipe","from":["p","p"],"to":"c"})",
    R"({"mechanism":"socketpair","from":["p","q"],"to":["c","d"]})",
    R"({"mechanism":"pty","from":["p","q"],"to":["c","d"]})",
    R"({"mechanism":"pipe","from":"p","to":"c","sync":"futex"})",
    R"({"mechanism":"posix-shm","from":"p","to":"c","sync":"no-such-thing"})",
    R"({"mechanism":"pipe","from":"p","to":"c","naming":"direct"},
       {"mechanism":"pipe","from":["p","q"],"to":"d","naming":"direct"})",
    R"({"mechanism":"posix-mq","from":"p","to":["c","d"],"naming":"asymmetric"})",
    R"({"mechanism":"posix-mq","from":["p","q"],"to":["c","d"],"policy":"two-only"})",
    R"({"mechanism":"udp-multicast","from":"p","to":["c","d"],"policy":"round-robin"})",
    R"({"mechanism":"pipe","from":"p","to":"c","capacity":{"unbounded":true,"bytes":5}})",
    R"({"mechanism":"pipe","from":"p","to":"c","capacity":{"bytes":5,"limit_bytes":5}})",
    R"({"mechanism":"udp","from":"p","to":"c","capacity":{"messages":5}})",
    R"({"mechanism":"pipe","from":{"process":"p","mode":"notify"},"to":"c"})",
    R"({"mechanism":"pipe","from":["p","q"],"to":{"process":"c","mode":"notify"}})",
    R"({"mechanism":"posix-shm","from":"p","to":{"process":"c","mode":"notify"}})",
    R"({"mechanism":"pipe","from":"cat","to":"c","capacity":{"messages":5}})",
    R"({"mechanism":"pipe","from":"p","to":"c","owner":"nobody"})",
    R"({"mechanism":"pipe","from":"p","to":"c","owner":"system"})",
    R"({"mechanism":"pipe","from":"p","to":"c","duplex":"half"})",
    R"({"mechanism":"pipe","from":"p","to":"c","reverse_of":"nothing"})",
    R"({"name":"l","mechanism":"pipe","from":"p","to":"c","reverse_of":"l"})",
    R"({"name":"l","mechanism":"pipe","from":"p","to":"c"},
       {"name":"m","mechanism":"tcp","from":"c","to":"p","reverse_of":"l","owner":"p","capacity":{"bytes":4096}},
       {"name":"n","mechanism":"pipe","from":"c","to":"p","reverse_of":"l"},
       {"name":"o","mechanism":"pipe","from":"c","to":"p","reverse_of":"m"})",
    R"({"name":"l","mechanism":"pipe","from":"p","to":"c"},
       {"name":"m","mechanism":"pipe","from":"c","to":"p","reverse_of":"l"})",
    R"({"name":"l","mechanism":"pipe","from":"p","to":"c"},
       {"name":"m","mechanism":"pipe","from":["c","d"],"to":"p","reverse_of":"l"})",
    R"({"name":"l","mechanism":"socketpair","from":"p","to":"c"},
       {"name":"m","mechanism":"socketpair","from":"p","to":"c","reverse_of":"l"})",
    R"({"name":"l","mechanism":"socketpair","from":"cat","to":"c"},
       {"name":"m","mechanism":"socketpair","from":"c","to":"cat","reverse_of":"l","duplex":"half"})",
    R"({"mechanism":"pipe","from":{"process":"cat","attach":"stdio"},"to":{"process":"cat","attach":"stdio"}},
       {"mechanism":"fifo","from":{"process":"cat","attach":"stdio"},"to":{"process":"cat","attach":"stdio"}})",
};

inline const std::string kProcessFields[] = {
    R"("program":"producer","command":["ls"],"must_succeed":true)",
    R"("program":"command")",
    R"("program":"command","command":[""])",
    R"("program":"command","command":["no-such-program-here"],"launch":"fork","rate_per_s":5)",
    R"("program":"command","command":["/etc/passwd"])",
    R"("program":"command","command":["a\u0000b"])",
    R"("program":"nothing-like-any-of-them")",
    R"("program":"fork-tree","threads":3,"count":5)",
    R"("program":"producer","forks":3)",
    R"("program":"parent","way":"wiat")",
    R"("program":"producer","cpus":[0,0,1023],"nice":-1,"rt_priority":5)",
    R"("program":"producer","policy":"rr","nice":1,"importance":"service","limits":{"processes":20})",
    R"("program":"producer","policy":"rr","rt_priority":50)",
    R"("program":"relay")",
};

inline const std::string kSteps[] = {
    R"({"at_s":1,"process":"cat","do":"set","work_us":5},{"at_s":1,"process":"p","do":"set"})",
    R"({"at_s":1,"process":"c","do":"set","message_bytes":64,"cpus":[1023]},
       {"at_s":9,"process":"p","do":"pause","nice":5})",
    R"({"at_s":1,"process":"p","do":"set","nice":10},{"at_s":2,"process":"p","do":"set","nice":0})",
    R"({"at_s":1,"process":"p","do":"continue"},{"at_s":2,"process":"p","do":"kill"},
       {"at_s":3,"process":"p","do":"pause"})",
};

inline const std::string kSharedObjects[] = {
    R"({"name":"a b","kind":"counter","sync":"futex","processes":["a","a","b","x"]})",
    R"({"name":"s","kind":"hand-off","sync":"none","window_us":5,"processes":["b"]},
       {"name":"s","kind":"barrier","sync":"no-such-thing","processes":["a"]})",
};

inline const std::string kSettings[] = {"producre.rate_per_s=1",
                                        "nonsense",
                                        "/processes/2/name=x",
                                        "/links/0/from/mode=blocking",
                                        "/seed=null",
                                        "/processes/0=null",
                                        "producer=1",
                                        "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r=1",
                                        "duration_s=-1"};

}  // namespace ipclab::test::wrong
