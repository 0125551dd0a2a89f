<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AuthorWords</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1, run %2: failed are %3</source>
        <translation>%1, 실행 %2: 실패한 검사는 %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs as said</source>
        <translation>%1: 실행 %3번 가운데 %2번이 적힌 대로임</translation>
    </message>
    <message>
        <source>%1: whole, its reference passes, and each check was seen to fail</source>
        <translation>%1: 온전하고, 기준 풀이가 통과하며, 검사마다 실패하는 것을 확인했습니다</translation>
    </message>
    <message>
        <source>%1: nothing is done in it, and these checks give points: %2. Let them depend on what is to be done (depends_on)</source>
        <translation>%1: 아무것도 하지 않은 풀이인데 다음 검사가 점수를 줍니다: %2. 해야 할 일에 달리게 하십시오(depends_on)</translation>
    </message>
</context>
<context>
    <name>GradeWords</name>
    <message>
        <source>it claims %1 points; judged again it gets %2</source>
        <translation>제출된 점수는 %1점, 다시 판정하면 %2점입니다</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>student</source>
        <translation>학생</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>of</source>
        <comment>points that can be had</comment>
        <translation>만점</translation>
    </message>
    <message>
        <source>an executable, %1</source>
        <translation>실행 파일 %1</translation>
    </message>
    <message>
        <source>An exercise that does not come along is named by --lab FOLDER.</source>
        <translation>함께 오지 않는 실습은 --lab FOLDER로 알려 주십시오.</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>predicted %1: %2; measured %3</source>
        <translation>%1 예측: %2, 측정: %3</translation>
    </message>
    <message>
        <source>%1, right</source>
        <translation>%1, 맞음</translation>
    </message>
    <message>
        <source>%1, not right</source>
        <translation>%1, 다름</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%2점 가운데 %1점</translation>
    </message>
    <message>
        <source>predicted %1: %2; known, not measured: %3</source>
        <translation>%1 예측: %2, 알려진 답(측정하지 않음): %3</translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>{who}: the variable holds</source>
        <translation>{who}: 변수의 값</translation>
    </message>
    <message>
        <source>{mean_ns} ({switches} times)</source>
        <translation>{mean_ns} ({switches}번)</translation>
    </message>
    <message>
        <source>a switch from one process to another</source>
        <translation>한 프로세스에서 다른 프로세스로의 문맥 교환</translation>
    </message>
    <message>
        <source>{who}: pages of its own</source>
        <translation>{who}: 자기만의 페이지</translation>
    </message>
    <message>
        <source>{who}: page faults by writing</source>
        <translation>{who}: 쓰기로 생긴 페이지 폴트</translation>
    </message>
    <message>
        <source>{process}: {method}</source>
        <translation>{process}: {method}</translation>
    </message>
    <message>
        <source>{process}: heap / stack / mapped</source>
        <translation>{process}: 힙 / 스택 / 매핑</translation>
    </message>
    <message>
        <source>{process}: refused more memory after</source>
        <translation>{process}: 메모리를 더 받지 못함, 받은 양</translation>
    </message>
    <message>
        <source>{process}: processes of {forks} forks</source>
        <translation>{process}: fork {forks}번으로 생긴 프로세스</translation>
    </message>
    <message>
        <source>{process}: sum of {threads} threads in one variable</source>
        <translation>{process}: 스레드 {threads}개가 한 변수에 더한 합</translation>
    </message>
    <message>
        <source>{process}: waited for its child</source>
        <translation>{process}: 자식을 기다린 시간</translation>
    </message>
    <message>
        <source>{process}: state of its child</source>
        <translation>{process}: 자식의 상태</translation>
    </message>
    <message>
        <source>{process}, {when}: parent</source>
        <translation>{process}, {when}: 부모</translation>
    </message>
    <message>
        <source>{process}: {resource}, limit {limit}</source>
        <translation>{process}: {resource}, 한도 {limit}</translation>
    </message>
    <message>
        <source>{process}: {resource}, limit {limit}, not met</source>
        <translation>{process}: {resource}, 한도 {limit}, 이르지 않음</translation>
    </message>
    <message>
        <source>{process}: resident when filled</source>
        <translation>{process}: 채운 뒤 상주 메모리</translation>
    </message>
    <message>
        <source>{process}: resident when paged out</source>
        <translation>{process}: 페이지 아웃 뒤 상주 메모리</translation>
    </message>
    <message>
        <source>{process}: resident, nothing went out</source>
        <translation>{process}: 상주 메모리, 나간 것 없음</translation>
    </message>
    <message>
        <source>{process}: major faults to come back</source>
        <translation>{process}: 되돌아올 때의 주 페이지 폴트</translation>
    </message>
    <message>
        <source>{lost} of {sent}: {lost_share}</source>
        <translation>{sent}개 중 {lost}개: {lost_share}</translation>
    </message>
    <message>
        <source>{link}: most queued</source>
        <translation>{link}: 가장 많이 쌓인 수</translation>
    </message>
    <message>
        <source>{shared}: one hand-off, p50 / p99</source>
        <translation>{shared}: 전달 한 번, p50 / p99</translation>
    </message>
    <message>
        <source>{shared}: updates lost</source>
        <translation>{shared}: 잃어버린 갱신</translation>
    </message>
    <message>
        <source>{lost} of {updates}</source>
        <translation>{updates}번 중 {lost}번</translation>
    </message>
    <message>
        <source>{shared}: passed too early</source>
        <translation>{shared}: 너무 일찍 지남</translation>
    </message>
    <message>
        <source>{process}: most memory</source>
        <translation>{process}: 최대 메모리</translation>
    </message>
    <message>
        <source>{process}: killed with {process_bytes} at</source>
        <translation>{process}: {process_bytes}에서 강제 종료된 시각</translation>
    </message>
    <message>
        <source>{process}: sum of both accounts, before / now</source>
        <translation>{process}: 두 계좌의 합, 처음 / 지금</translation>
    </message>
    <message>
        <source>{process}: sent / sent again</source>
        <translation>{process}: 보낸 메시지 / 다시 보낸 횟수</translation>
    </message>
    <message>
        <source>{process}: in order / missing / copies</source>
        <translation>{process}: 순서대로 / 빠짐 / 중복</translation>
    </message>
    <message>
        <source>{link}: dropped / repeated / reordered on purpose</source>
        <translation>{link}: 일부러 버림 / 두 번 보냄 / 순서 바꿈</translation>
    </message>
    <message>
        <source>{dropped} / {repeated} / {reordered} of {taken}</source>
        <translation>{taken}개 중 {dropped} / {repeated} / {reordered}</translation>
    </message>
    <message>
        <source>{link}: calls answered</source>
        <translation>{link}: 응답받은 호출</translation>
    </message>
    <message>
        <source>{answered} of {issued}</source>
        <translation>{issued}번 중 {answered}번</translation>
    </message>
    <message>
        <source>{process}: connections opened</source>
        <translation>{process}: 열린 연결</translation>
    </message>
    <message>
        <source>{process} ({strategy}): wake-ups / system calls</source>
        <translation>{process} ({strategy}): 깨어남 / 시스템 호출</translation>
    </message>
    <message>
        <source>{process}: hung up, {reason}</source>
        <translation>{process}: 끊음, {reason}</translation>
    </message>
    <message>
        <source>{link}: executions; calls never / once / twice / more</source>
        <translation>{link}: 실행 횟수; 호출당 0번 / 한 번 / 두 번 / 그 이상</translation>
    </message>
    <message>
        <source>{process}: port that the system chose</source>
        <translation>{process}: 시스템이 고른 포트</translation>
    </message>
    <message>
        <source>{process}: port {port}, closed by its server first</source>
        <translation>{process}: 서버가 먼저 닫은 포트 {port}</translation>
    </message>
    <message>
        <source>{form}: size, written in, read in</source>
        <translation>{form}: 크기, 쓰는 시간, 읽는 시간</translation>
    </message>
    <message>
        <source>{field} {written}, read without converting</source>
        <translation>{field} {written}, 변환 없이 읽은 값</translation>
    </message>
    <message>
        <source>{form}: not built in, needs</source>
        <translation>{form}: 빌드에 없음, 필요한 패키지</translation>
    </message>
    <message>
        <source>{process}: wake-ups / left unread</source>
        <translation>{process}: 깨어난 횟수 / 읽지 않고 남은 것</translation>
    </message>
    <message>
        <source>{process}: wake-ups by {arrivals} arrivals / not in vain</source>
        <translation>{process}: 도착 {arrivals}번에 깨어난 횟수 / 헛되지 않은 것</translation>
    </message>
    <message>
        <source>{side}: {step}</source>
        <translation>{side}: {step}</translation>
    </message>
    <message>
        <source>{process}: dropped, {reason}</source>
        <translation>{process}: 버림, {reason}</translation>
    </message>
    <message>
        <source>{process}: asked / answered / given up</source>
        <translation>{process}: 요청 / 응답받음 / 포기</translation>
    </message>
    <message>
        <source>{link}: lost of all to be received</source>
        <translation>{link}: 받을 것 가운데 손실</translation>
    </message>
</context>
<context>
    <name>asked</name>
    <message>
        <source>exit code</source>
        <translation>종료 코드</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>processes that it and its children have made</source>
        <translation>자신과 자손이 만든 프로세스 수</translation>
    </message>
    <message>
        <source>processes of its making that outlived the run</source>
        <translation>실행보다 오래 남은 자손 수</translation>
    </message>
    <message>
        <source>descendants that got another parent</source>
        <translation>부모가 바뀐 자손 수</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>프로세스 수</translation>
    </message>
    <message>
        <source>links</source>
        <translation>링크 수</translation>
    </message>
    <message>
        <source>shared objects</source>
        <translation>공유 객체 수</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>PID of the parent</source>
        <translation>부모의 PID</translation>
    </message>
    <message>
        <source>pages of its own</source>
        <translation>자신만의 페이지 수</translation>
    </message>
    <message>
        <source>shared pages</source>
        <translation>공유 페이지 수</translation>
    </message>
    <message>
        <source>page faults</source>
        <translation>페이지 폴트 수</translation>
    </message>
    <message>
        <source>found</source>
        <translation>찾은 값</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>second port</source>
        <translation>두 번째 포트</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>다시 보낸 수</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>응답을 받은 수</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>실행된 수</translation>
    </message>
    <message>
        <source>executed twice</source>
        <translation>두 번 실행된 수</translation>
    </message>
    <message>
        <source>executed more often</source>
        <translation>더 여러 번 실행된 수</translation>
    </message>
    <message>
        <source>arrivals</source>
        <translation>도착한 수</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>읽은 횟수</translation>
    </message>
    <message>
        <source>wake-ups</source>
        <translation>깨어난 횟수</translation>
    </message>
    <message>
        <source>woken</source>
        <translation>깨어난 수</translation>
    </message>
    <message>
        <source>useful wake-ups</source>
        <translation>쓸모 있게 깨어난 횟수</translation>
    </message>
    <message>
        <source>when</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>time its descendants were zombies</source>
        <translation>자손이 좀비였던 시간</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>스택</translation>
    </message>
    <message>
        <source>mapped memory</source>
        <translation>매핑된 메모리</translation>
    </message>
    <message>
        <source>resident memory</source>
        <translation>상주 메모리</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>남은 것</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>never executed</source>
        <translation>한 번도 실행되지 않은 수</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>포기</translation>
    </message>
    <message>
        <source>addresses of the local variable</source>
        <translation>지역 변수의 주소</translation>
    </message>
    <message>
        <source>addresses of the global variable</source>
        <translation>전역 변수의 주소</translation>
    </message>
    <message>
        <source>time in user mode</source>
        <translation>사용자 모드 시간</translation>
    </message>
    <message>
        <source>time in kernel mode</source>
        <translation>커널 모드 시간</translation>
    </message>
</context>
<context>
    <name>bench</name>
    <message>
        <source>a library carries the messages: without it there are other system calls</source>
        <translation>라이브러리가 메시지를 나릅니다. 그것이 없으면 시스템 호출이 달라집니다</translation>
    </message>
    <message>
        <source>a model: what it consists of has bare loops of its own</source>
        <translation>모델입니다. 이것을 이루는 방식마다 맨 루프가 따로 있습니다</translation>
    </message>
    <message>
        <source>there is no one loop of system calls for it: how its ends share the work is its design</source>
        <translation>이 방식에는 정해진 시스템 호출 루프가 없습니다. 양 끝이 일을 나누는 법은 설계에 달려 있습니다</translation>
    </message>
</context>
<context>
    <name>chart</name>
    <message>
        <source>Throughput</source>
        <translation>처리율</translation>
    </message>
    <message>
        <source>Press Run: messages received a second appear here.</source>
        <translation>실행을 누르면 초당 받은 메시지 수가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Queue depth</source>
        <translation>큐 길이</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>What of each process is in memory, from /proc/PID/statm.</source>
        <translation>각 프로세스에서 메모리에 있는 부분, /proc/PID/statm에서 읽음.</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>상주</translation>
    </message>
    <message>
        <source>Process states</source>
        <translation>프로세스 상태</translation>
    </message>
    <message>
        <source>A lane for each process: running, ready, waiting …</source>
        <translation>프로세스마다 레인 하나: 실행, 준비, 대기 …</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>A lane for each processor: which process ran on it when.</source>
        <translation>프로세서마다 레인 하나: 언제 어느 프로세스가 실행되었는지.</translation>
    </message>
    <message>
        <source>Queue lengths</source>
        <translation>스케줄러 큐 길이</translation>
    </message>
    <message>
        <source>How many processes run, are ready, and wait for what.</source>
        <translation>몇 개의 프로세스가 실행되고, 준비되어 있고, 무엇을 기다리는지.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>How long messages are on their way: p50, p90, p99, p99.9.</source>
        <translation>메시지가 가는 데 걸린 시간: p50, p90, p99, p99.9.</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>프로세서 시간</translation>
    </message>
    <message>
        <source>How much of a processor each process uses, by the kernel&apos;s accounting.</source>
        <translation>각 프로세스가 프로세서를 얼마나 쓰는지, 커널의 회계에 따라.</translation>
    </message>
    <message>
        <source>of one processor</source>
        <translation>프로세서 하나에 대해</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>How many calls were answered, and how often calls were executed.</source>
        <translation>응답받은 호출의 수와 호출이 실행된 횟수입니다.</translation>
    </message>
    <message>
        <source>How full each link is, by the counters of both ends and as the system itself tells it.</source>
        <translation>각 링크에 얼마나 차 있는지, 양 끝의 카운터와 시스템이 알려 주는 값으로 나타냅니다.</translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation>시간에 따른 지연 시간</translation>
    </message>
    <message>
        <source>How many messages took how long in each tenth of a second: the stronger the colour, the more.</source>
        <translation>0.1초마다 메시지 몇 개가 얼마나 걸렸는지 보여 줍니다. 색이 뚜렷할수록 많습니다.</translation>
    </message>
    <message>
        <source>Latency, distribution</source>
        <translation>지연 시간 분포</translation>
    </message>
    <message>
        <source>How often messages took how long, of what is seen of the time axis, with p50 and p99.</source>
        <translation>시간 축에서 보이는 구간의 메시지가 얼마나 걸렸는지의 히스토그램으로, p50과 p99를 표시합니다.</translation>
    </message>
</context>
<context>
    <name>claim</name>
    <message>
        <source>The size of the heap is decided at run time, that of the stack at compile time</source>
        <translation>힙의 크기는 실행 시간에, 스택의 크기는 컴파일 시간에 정해진다</translation>
    </message>
    <message>
        <source>A process takes 4 MiB by sbrk and then calls itself until 4 MiB of stack are in use; both mappings are read from /proc/self/maps before and after.</source>
        <translation>프로세스가 sbrk로 4MiB를 얻은 다음 스택을 4MiB 쓸 때까지 자기 자신을 호출합니다. 그 전과 후에 /proc/self/maps에서 두 매핑을 읽습니다.</translation>
    </message>
    <message>
        <source>The stack grows at run time as well, page by page as calls go deeper, up to RLIMIT_STACK; compile time decides only how much one call takes.</source>
        <translation>스택도 실행 시간에 호출이 깊어지는 만큼 페이지 단위로 RLIMIT_STACK까지 자랍니다. 컴파일 시간에 정해지는 것은 호출 하나가 차지하는 크기뿐입니다.</translation>
    </message>
    <message>
        <source>heap, before</source>
        <translation>힙, 전</translation>
    </message>
    <message>
        <source>heap, after</source>
        <translation>힙, 후</translation>
    </message>
    <message>
        <source>stack, before</source>
        <translation>스택, 전</translation>
    </message>
    <message>
        <source>stack, after</source>
        <translation>스택, 후</translation>
    </message>
    <message>
        <source>Shared memory needs no kernel once it is set up</source>
        <translation>공유 메모리는 한 번 만들고 나면 커널이 필요 없다</translation>
    </message>
    <message>
        <source>System calls of both ends over a ring in POSIX shared memory, counted by the ends: one way at full speed, and in a ping-pong, where each side waits for the other.</source>
        <translation>POSIX 공유 메모리의 원형 버퍼에서 양 끝이 센 자기 시스템 호출: 최고 속도의 단방향, 그리고 서로를 기다리는 핑퐁.</translation>
    </message>
    <message>
        <source>Bytes pass without the kernel, but who has nothing to do must sleep and be woken, which are system calls; only while both sides are busy are there none.</source>
        <translation>바이트는 커널 없이 오가지만, 할 일이 없는 쪽은 잠들었다가 깨워져야 하며 그것은 시스템 호출입니다. 양쪽이 모두 바쁜 동안에만 호출이 없습니다.</translation>
    </message>
    <message>
        <source>calls a message, both busy</source>
        <translation>메시지당 호출, 양쪽 모두 바쁨</translation>
    </message>
    <message>
        <source>calls a round trip, each waiting for the other</source>
        <translation>왕복당 호출, 서로를 기다림</translation>
    </message>
    <message>
        <source>Who waits for something in shared memory must look at it again and again</source>
        <translation>공유 메모리에서 무언가를 기다리려면 거듭 들여다보아야 한다(바쁜 대기)</translation>
    </message>
    <message>
        <source>CPU time of a receiver that gets 50 messages a second through POSIX shared memory: waiting in a futex, and with a spin lock.</source>
        <translation>POSIX 공유 메모리로 초당 메시지 50개를 받는 수신자의 CPU 시간: futex에서 기다릴 때와 스핀락을 쓸 때.</translation>
    </message>
    <message>
        <source>A futex, as under mutexes and semaphores, is a word in the shared memory that the kernel lets a process sleep on until the other side has changed it.</source>
        <translation>뮤텍스와 세마포어의 바탕인 futex는 공유 메모리의 한 워드이며, 상대가 그 값을 바꿀 때까지 커널이 프로세스를 거기서 재워 줍니다.</translation>
    </message>
    <message>
        <source>share of a core, waiting in a futex</source>
        <translation>코어 점유율, futex에서 대기</translation>
    </message>
    <message>
        <source>share of a core, with a spin lock</source>
        <translation>코어 점유율, 스핀락</translation>
    </message>
    <message>
        <source>Memory answers in nanoseconds, files in milliseconds</source>
        <translation>메모리는 나노초에, 파일은 밀리초에 응답한다</translation>
    </message>
    <message>
        <source>64 bytes copied in memory, read from and written to a file that is in the page cache, and written with a wait for the disk (fdatasync), in turns; beside them the median round trips of 64 bytes over shared memory, a FIFO and a file.</source>
        <translation>64바이트를 메모리에서 복사하고, 페이지 캐시에 있는 파일에서 읽고 거기에 쓰고, 디스크를 기다리며 씁니다(fdatasync). 번갈아 잽니다. 아울러 공유 메모리, FIFO, 파일에서 64바이트 왕복 시간의 중앙값.</translation>
    </message>
    <message>
        <source>A file that was used lately is in memory (the page cache), and costs a system call; only who waits for the disk waits for a disk.</source>
        <translation>최근에 쓴 파일은 메모리(페이지 캐시)에 있어 시스템 호출 하나의 비용이 들 뿐입니다. 디스크를 기다리겠다고 한 쪽만 디스크를 기다립니다.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>file read, in the page cache</source>
        <translation>파일 읽기, 페이지 캐시</translation>
    </message>
    <message>
        <source>file written, to the page cache</source>
        <translation>파일 쓰기, 페이지 캐시</translation>
    </message>
    <message>
        <source>file written, waiting for the disk</source>
        <translation>파일 쓰기, 디스크를 기다림</translation>
    </message>
    <message>
        <source>round trip, shared memory</source>
        <translation>왕복, 공유 메모리</translation>
    </message>
    <message>
        <source>round trip, FIFO</source>
        <translation>왕복, FIFO</translation>
    </message>
    <message>
        <source>round trip, file</source>
        <translation>왕복, 파일</translation>
    </message>
    <message>
        <source>A shared file grows, a shared memory segment has a fixed size</source>
        <translation>공유 파일은 자라지만 공유 메모리 세그먼트는 크기가 고정되어 있다</translation>
    </message>
    <message>
        <source>A file of one byte is written to behind its end; a POSIX segment of one page is made longer by ftruncate while it is mapped; a System V segment is asked for with twice its size.</source>
        <translation>1바이트짜리 파일의 끝 뒤에 쓰고, 한 페이지짜리 POSIX 세그먼트를 매핑한 채 ftruncate로 늘리고, System V 세그먼트를 두 배 크기로 요청합니다.</translation>
    </message>
    <message>
        <source>A POSIX segment is a file in memory and grows by ftruncate, though who has not mapped the new part sees SIGBUS before; a System V segment keeps its size (EINVAL).</source>
        <translation>POSIX 세그먼트는 메모리에 있는 파일이어서 ftruncate로 자랍니다. 다만 늘리기 전에 끝 너머를 건드리면 SIGBUS입니다. System V 세그먼트는 크기가 그대로입니다(EINVAL).</translation>
    </message>
    <message>
        <source>file, before</source>
        <translation>파일, 전</translation>
    </message>
    <message>
        <source>file, after</source>
        <translation>파일, 후</translation>
    </message>
    <message>
        <source>POSIX segment, before</source>
        <translation>POSIX 세그먼트, 전</translation>
    </message>
    <message>
        <source>POSIX segment, after</source>
        <translation>POSIX 세그먼트, 후</translation>
    </message>
    <message>
        <source>access behind its end is SIGBUS</source>
        <translation>끝 너머의 접근은 SIGBUS</translation>
    </message>
    <message>
        <source>System V segment, asked for longer</source>
        <translation>System V 세그먼트, 더 길게 요청</translation>
    </message>
    <message>
        <source>Shared memory is the fastest</source>
        <translation>공유 메모리가 가장 빠르다</translation>
    </message>
    <message>
        <source>Messages of 64 and of 65,536 bytes one way, and round trips of 64 bytes, over POSIX shared memory (a ring with a futex), pipe, UNIX socket, POSIX message queue and TCP, in turns, every byte written and read.</source>
        <translation>64바이트와 65,536바이트 메시지의 단방향 전송과 64바이트 왕복을 POSIX 공유 메모리(futex를 쓰는 원형 버퍼), 파이프, UNIX 소켓, POSIX 메시지 큐, TCP에서 번갈아 잽니다. 모든 바이트를 쓰고 읽습니다.</translation>
    </message>
    <message>
        <source>It spares the system calls, which decides for small messages; for large ones copying decides, and a round trip between sleeping processes is the time of two wake-ups, whatever carries it.</source>
        <translation>시스템 호출을 아끼므로 작은 메시지에서는 그것이 결정하지만, 큰 메시지에서는 복사가 결정하고, 잠자는 프로세스 사이의 왕복은 무엇이 나르든 두 번 깨우는 시간입니다.</translation>
    </message>
    <message>
        <source>shared memory, 64 B</source>
        <translation>공유 메모리, 64B</translation>
    </message>
    <message>
        <source>pipe, 64 B</source>
        <translation>파이프, 64B</translation>
    </message>
    <message>
        <source>UNIX socket, 64 B</source>
        <translation>UNIX 소켓, 64B</translation>
    </message>
    <message>
        <source>message queue, 64 B</source>
        <translation>메시지 큐, 64B</translation>
    </message>
    <message>
        <source>TCP, 64 B</source>
        <translation>TCP, 64B</translation>
    </message>
    <message>
        <source>shared memory, 65,536 B</source>
        <translation>공유 메모리, 65,536B</translation>
    </message>
    <message>
        <source>pipe, 65,536 B</source>
        <translation>파이프, 65,536B</translation>
    </message>
    <message>
        <source>UNIX socket, 65,536 B</source>
        <translation>UNIX 소켓, 65,536B</translation>
    </message>
    <message>
        <source>TCP, 65,536 B</source>
        <translation>TCP, 65,536B</translation>
    </message>
    <message>
        <source>round trip, pipe</source>
        <translation>왕복, 파이프</translation>
    </message>
    <message>
        <source>round trip, UNIX socket</source>
        <translation>왕복, UNIX 소켓</translation>
    </message>
    <message>
        <source>round trip, message queue</source>
        <translation>왕복, 메시지 큐</translation>
    </message>
    <message>
        <source>round trip, TCP</source>
        <translation>왕복, TCP</translation>
    </message>
    <message>
        <source>UNIX sockets are about as fast as the network</source>
        <translation>UNIX 소켓은 네트워크와 비슷하게 빠르다</translation>
    </message>
    <message>
        <source>Messages of 4,096 bytes one way and round trips of 64 bytes over a UNIX socket and over TCP on the loopback interface, in turns. About: neither is more than a quarter faster.</source>
        <translation>UNIX 소켓과 루프백 인터페이스의 TCP에서 4,096바이트 메시지의 단방향 전송과 64바이트 왕복을 번갈아 잽니다. 비슷하다: 어느 쪽도 4분의 1 넘게 빠르지 않음.</translation>
    </message>
    <message>
        <source>Both copy into the kernel and out of it, but TCP runs its whole protocol on the way, with segments, acknowledgements and timers, even where no wire is.</source>
        <translation>둘 다 커널로 복사해 넣고 꺼내지만, TCP는 선이 없는 곳에서도 세그먼트, 확인 응답, 타이머를 갖춘 프로토콜 전체를 수행합니다.</translation>
    </message>
    <message>
        <source>UNIX socket, messages of 4,096 B</source>
        <translation>UNIX 소켓, 4,096B 메시지</translation>
    </message>
    <message>
        <source>TCP, messages of 4,096 B</source>
        <translation>TCP, 4,096B 메시지</translation>
    </message>
    <message>
        <source>Ports are the numbers from 0 to 65,535</source>
        <translation>포트는 0부터 65,535까지의 수이다</translation>
    </message>
    <message>
        <source>A TCP socket asks for port 65,535 (or the next below that nobody has), for 65,536, for 1 and for 0 of the loopback interface, and is asked which port it got.</source>
        <translation>TCP 소켓이 루프백 인터페이스의 포트 65,535(사용 중이면 그 아래의 빈 포트), 65,536, 1, 0을 요청하고, 어떤 포트를 얻었는지 물어봅니다.</translation>
    </message>
    <message>
        <source>A port has 16 bits, so 65,536 is carried as 0; and 0 is no port that one can have, for it asks the system to choose one. Those below 1,024 are kept for the privileged (EACCES).</source>
        <translation>포트는 16비트이므로 65,536은 0으로 전해집니다. 0은 시스템에 골라 달라는 뜻이므로 가질 수 있는 포트가 아닙니다. 1,024 미만은 특권이 있는 쪽의 몫입니다(EACCES).</translation>
    </message>
    <message>
        <source>highest port got</source>
        <translation>얻은 가장 큰 포트</translation>
    </message>
    <message>
        <source>asked for 65,536, got</source>
        <translation>65,536을 요청하여 얻은 것</translation>
    </message>
    <message>
        <source>asked for 1, got</source>
        <translation>1을 요청하여 얻은 것</translation>
    </message>
    <message>
        <source>asked for 1, error</source>
        <translation>1을 요청, 오류</translation>
    </message>
    <message>
        <source>asked for 0, got</source>
        <translation>0을 요청하여 얻은 것</translation>
    </message>
    <message>
        <source>UDP loses messages</source>
        <translation>UDP는 메시지를 잃는다</translation>
    </message>
    <message>
        <source>Datagrams of 1,024 bytes over the loopback interface: 1,000 a second to a reader that keeps up, and as many as can be sent to one that takes 1 ms for each. The share that never arrived.</source>
        <translation>루프백 인터페이스의 1,024바이트 데이터그램: 따라오는 수신자에게 초당 1,000개, 하나에 1ms가 걸리는 수신자에게 보낼 수 있는 만큼. 끝내 도착하지 않은 비율.</translation>
    </message>
    <message>
        <source>Nothing on one machine loses them on the way: they are dropped when the receiver&apos;s buffer is full, since nothing in UDP makes a sender wait.</source>
        <translation>한 컴퓨터 안에서는 가는 길에 잃지 않습니다. UDP에는 송신자를 기다리게 하는 것이 없으므로, 수신자의 버퍼가 가득 차면 버려집니다.</translation>
    </message>
    <message>
        <source>lost, slow reader</source>
        <translation>손실, 느린 수신자</translation>
    </message>
    <message>
        <source>lost, reader that keeps up</source>
        <translation>손실, 따라오는 수신자</translation>
    </message>
    <message>
        <source>Named pipes are slow, because they do file I/O</source>
        <translation>지명 파이프는 파일 입출력을 하므로 느리다</translation>
    </message>
    <message>
        <source>Messages of 4,096 bytes one way over a FIFO and a pipe, in turns, and what a process that sends 16 MiB through a FIFO has caused to be written to disks (/proc/self/io). Slow: one and a half times as slow as a pipe.</source>
        <translation>FIFO와 파이프에서 4,096바이트 메시지의 단방향 전송을 번갈아 재고, FIFO로 16MiB를 보낸 프로세스 때문에 디스크에 쓰인 양을 읽습니다(/proc/self/io). 느리다: 파이프보다 한 배 반 느림.</translation>
    </message>
    <message>
        <source>A FIFO has a name in a file system and nothing else there: its bytes are in the same buffer of the kernel as those of a pipe, and no disk ever sees them.</source>
        <translation>FIFO는 파일 시스템에 이름만 있을 뿐입니다. 바이트는 파이프와 같은 커널 버퍼에 있으며 디스크에는 닿지 않습니다.</translation>
    </message>
    <message>
        <source>FIFO, messages of 4,096 B</source>
        <translation>FIFO, 4,096B 메시지</translation>
    </message>
    <message>
        <source>pipe, messages of 4,096 B</source>
        <translation>파이프, 4,096B 메시지</translation>
    </message>
    <message>
        <source>sent through a FIFO</source>
        <translation>FIFO로 보낸 양</translation>
    </message>
    <message>
        <source>of that written to disks</source>
        <translation>그중 디스크에 쓰인 양</translation>
    </message>
    <message>
        <source>Pipes have no limit of size, and keep their data</source>
        <translation>파이프는 크기 제한이 없고 데이터를 간직한다</translation>
    </message>
    <message>
        <source>A pipe and a FIFO are written to until they take no more; the FIFO is closed at both ends and opened again.</source>
        <translation>파이프와 FIFO에 더 받지 않을 때까지 쓰고, FIFO의 양 끝을 닫았다가 다시 엽니다.</translation>
    </message>
    <message>
        <source>A pipe is a buffer of sixteen pages unless more is asked for (F_SETPIPE_SZ), and what is in it goes when the last descriptor is closed, of a FIFO too.</source>
        <translation>파이프는 더 요청하지 않는 한(F_SETPIPE_SZ) 열여섯 페이지의 버퍼이며, 마지막 파일 디스크립터가 닫히면 FIFO에서도 안에 있던 것이 사라집니다.</translation>
    </message>
    <message>
        <source>a pipe holds</source>
        <translation>파이프가 담는 양</translation>
    </message>
    <message>
        <source>a FIFO holds</source>
        <translation>FIFO가 담는 양</translation>
    </message>
    <message>
        <source>left in the FIFO, closed and opened again</source>
        <translation>닫았다가 다시 연 FIFO에 남은 양</translation>
    </message>
    <message>
        <source>Named pipes are two-way</source>
        <translation>지명 파이프는 양방향이다</translation>
    </message>
    <message>
        <source>A FIFO is opened twice for reading and writing; one side writes a question and reads, then the other reads.</source>
        <translation>FIFO를 읽기와 쓰기로 두 번 엽니다. 한쪽이 질문을 쓰고 읽은 다음, 다른 쪽이 읽습니다.</translation>
    </message>
    <message>
        <source>There is one queue: who writes and then reads takes back what it has itself written, so that two ways need two FIFOs, or a socket.</source>
        <translation>큐가 하나이므로 쓰고 나서 읽으면 자기가 쓴 것을 도로 가져옵니다. 양방향에는 FIFO 두 개나 소켓이 필요합니다.</translation>
    </message>
    <message>
        <source>the writer took back its own</source>
        <translation>쓴 쪽이 도로 읽은 자기 것</translation>
    </message>
    <message>
        <source>left for the other</source>
        <translation>다른 쪽에 남은 것</translation>
    </message>
    <message>
        <source>Only processes that are related can use an ordinary pipe</source>
        <translation>보통 파이프는 친족 관계인 프로세스만 쓸 수 있다</translation>
    </message>
    <message>
        <source>A process that was there before the pipe was made, and so has inherited nothing of it, is handed its reading end over a UNIX socket (SCM_RIGHTS) and reads.</source>
        <translation>파이프가 만들어지기 전부터 있어 아무것도 물려받지 않은 프로세스가 UNIX 소켓으로(SCM_RIGHTS) 읽는 끝을 건네받아 읽습니다.</translation>
    </message>
    <message>
        <source>A pipe has no name, so it must be inherited or handed over; a descriptor can be handed to any process over a UNIX socket.</source>
        <translation>파이프에는 이름이 없어 물려받거나 건네받아야 하지만, 파일 디스크립터는 UNIX 소켓으로 어떤 프로세스에든 건넬 수 있습니다.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>보낸 양</translation>
    </message>
    <message>
        <source>read by the stranger</source>
        <translation>남이 읽은 양</translation>
    </message>
    <message>
        <source>Message queues are of medium speed, and limited in size</source>
        <translation>메시지 큐는 속도가 중간이고 크기가 제한되어 있다</translation>
    </message>
    <message>
        <source>Messages of 64 bytes one way over a POSIX message queue, POSIX shared memory, a UNIX socket and TCP, in turns; and what a queue says to a message that is too long and to one too many. Medium: slower than shared memory and faster than TCP.</source>
        <translation>POSIX 메시지 큐, POSIX 공유 메모리, UNIX 소켓, TCP에서 64바이트 메시지의 단방향 전송을 번갈아 재고, 너무 긴 메시지와 너무 많은 메시지에 큐가 무엇이라 답하는지 봅니다. 중간: 공유 메모리보다 느리고 TCP보다 빠름.</translation>
    </message>
    <message>
        <source>Each message is a system call and a copy into the kernel and one out of it, as of a pipe, without the protocol that TCP runs; how many and how long they may be is fixed when the queue is made.</source>
        <translation>파이프처럼 메시지마다 시스템 호출과 커널로 들어가고 나오는 복사가 있지만 TCP의 프로토콜은 없습니다. 몇 개까지, 얼마나 길 수 있는지는 큐를 만들 때 정해집니다.</translation>
    </message>
    <message>
        <source>POSIX message queue, 64 B</source>
        <translation>POSIX 메시지 큐, 64B</translation>
    </message>
    <message>
        <source>POSIX shared memory, 64 B</source>
        <translation>POSIX 공유 메모리, 64B</translation>
    </message>
    <message>
        <source>a message that is too long</source>
        <translation>너무 긴 메시지</translation>
    </message>
    <message>
        <source>a message too many</source>
        <translation>하나 더 많은 메시지</translation>
    </message>
    <message>
        <source>Message queues keep order and priority</source>
        <translation>메시지 큐는 순서와 우선순위를 지킨다</translation>
    </message>
    <message>
        <source>Eight messages of three priorities are sent to a POSIX message queue in mixed order and received one after the other.</source>
        <translation>세 가지 우선순위의 메시지 여덟 개를 섞인 순서로 POSIX 메시지 큐에 보내고 하나씩 받습니다.</translation>
    </message>
    <message>
        <source>A POSIX queue hands out the highest priority first and within one the oldest first; a System V queue knows types instead, by which a receiver chooses.</source>
        <translation>POSIX 큐는 가장 높은 우선순위부터, 같은 우선순위에서는 가장 오래된 것부터 내줍니다. System V 큐에는 대신 수신자가 고르는 타입이 있습니다.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>받은 수</translation>
    </message>
    <message>
        <source>of these before one of a higher priority</source>
        <translation>그중 더 높은 우선순위보다 먼저 온 것</translation>
    </message>
    <message>
        <source>of these before an older one of the same</source>
        <translation>그중 같은 우선순위의 더 오래된 것보다 먼저 온 것</translation>
    </message>
    <message>
        <source>A sender whose link is unbounded never blocks</source>
        <translation>링크가 무한 용량이면 송신자는 결코 기다리지 않는다</translation>
    </message>
    <message>
        <source>A producer of 20,000 messages of 1,024 bytes a second, whose consumer takes 2 ms for each, over a pipe: unbounded, and as large as it is. The share of its time for which the producer was blocked, and the memory it took.</source>
        <translation>1,024바이트 메시지를 초당 20,000개 보내는 생산자와 하나에 2ms가 걸리는 소비자를 파이프로, 무한 용량과 원래 크기로 잇습니다. 생산자가 막혀 있던 시간의 비율과 차지한 메모리.</translation>
    </message>
    <message>
        <source>What the pipe cannot take is kept in the sender&apos;s memory instead, so that it does not wait, for as long as there is memory: nothing is unbounded.</source>
        <translation>파이프가 받지 못하는 것은 송신자의 메모리에 두므로 기다리지 않습니다. 다만 메모리가 있는 동안만이며, 무한한 것은 없습니다.</translation>
    </message>
    <message>
        <source>blocked, unbounded</source>
        <translation>막힌 시간, 무한 용량</translation>
    </message>
    <message>
        <source>blocked, as large as a pipe is</source>
        <translation>막힌 시간, 파이프의 원래 크기</translation>
    </message>
    <message>
        <source>most memory of the sender, unbounded</source>
        <translation>송신자의 최대 메모리, 무한 용량</translation>
    </message>
    <message>
        <source>most memory of the sender, as large as a pipe is</source>
        <translation>송신자의 최대 메모리, 파이프의 원래 크기</translation>
    </message>
    <message>
        <source>Switching between threads is much faster than between processes</source>
        <translation>스레드 사이의 전환은 프로세스 사이의 전환보다 훨씬 빠르다</translation>
    </message>
    <message>
        <source>Two that pass a byte to and fro by pipes, threads of one process and two processes in turns, on one core and on two; what the calls alone cost is taken off. Much: one and a half times.</source>
        <translation>파이프로 1바이트를 주고받는 둘을 한 프로세스의 스레드와 두 프로세스로 번갈아, 한 코어와 두 코어에서 잽니다. 호출 자체의 비용은 뺍니다. 훨씬: 한 배 반.</translation>
    </message>
    <message>
        <source>Both go through the same scheduler; between processes the address space is changed as well, which processors with tagged address translations (PCID) do cheaply. Across cores the wake-up of a sleeping core hides either.</source>
        <translation>둘 다 같은 스케줄러를 거칩니다. 프로세스 사이에서는 주소 공간도 바뀌지만, 주소 변환에 꼬리표가 있는 프로세서(PCID)에서는 싸게 바뀝니다. 코어를 건너면 잠든 코어를 깨우는 시간에 둘 다 묻힙니다.</translation>
    </message>
    <message>
        <source>processes, one core</source>
        <translation>프로세스, 한 코어</translation>
    </message>
    <message>
        <source>threads, one core</source>
        <translation>스레드, 한 코어</translation>
    </message>
    <message>
        <source>processes, two cores</source>
        <translation>프로세스, 두 코어</translation>
    </message>
    <message>
        <source>threads, two cores</source>
        <translation>스레드, 두 코어</translation>
    </message>
    <message>
        <source>The scheduler gives the processor to another process at least every 100 ms</source>
        <translation>스케줄러는 적어도 100ms마다 프로세서를 다른 프로세스에 준다</translation>
    </message>
    <message>
        <source>A process pinned to one core looks at the clock for 300 ms, alone and with a rival on the same core: the longest stretch without a gap of half a millisecond.</source>
        <translation>한 코어에 고정한 프로세스가 300ms 동안 시계를 봅니다. 혼자일 때와 같은 코어에 경쟁자가 있을 때: 0.5ms의 틈이 없는 가장 긴 구간.</translation>
    </message>
    <message>
        <source>Where another process waits, a slice lasts some milliseconds; where none does there is nobody to give the processor to, and one goes on for as long as it likes.</source>
        <translation>다른 프로세스가 기다리면 타임 슬라이스는 몇 밀리초입니다. 기다리는 프로세스가 없으면 줄 상대가 없어 원하는 만큼 계속 실행합니다.</translation>
    </message>
    <message>
        <source>longest slice, with a rival</source>
        <translation>가장 긴 구간, 경쟁자 있음</translation>
    </message>
    <message>
        <source>longest slice, alone</source>
        <translation>가장 긴 구간, 혼자</translation>
    </message>
    <message>
        <source>A zombie lives only briefly</source>
        <translation>좀비는 잠깐만 산다</translation>
    </message>
    <message>
        <source>A child notes the time at which it ends: until its parent, waiting, has reaped it, and with a parent that does something else for 300 ms.</source>
        <translation>자식이 끝나는 시각을 적어 둡니다: 기다리던 부모가 거둘 때까지, 그리고 부모가 300ms 동안 다른 일을 할 때.</translation>
    </message>
    <message>
        <source>A zombie lasts until its parent waits for it, which can be a moment or the rest of the parent&apos;s life; nothing else ends it.</source>
        <translation>좀비는 부모가 wait할 때까지 남습니다. 한순간일 수도, 부모의 남은 평생일 수도 있으며 달리 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>from its end to its reaping, parent waiting</source>
        <translation>종료부터 회수까지, 부모가 기다림</translation>
    </message>
    <message>
        <source>still a zombie after 300 ms, parent not waiting</source>
        <translation>300ms 뒤에도 좀비, 부모가 기다리지 않음</translation>
    </message>
    <message>
        <source>from its end to its reaping, parent not waiting</source>
        <translation>종료부터 회수까지, 부모가 기다리지 않음</translation>
    </message>
    <message>
        <source>Orphans are adopted by process 1</source>
        <translation>고아 프로세스는 프로세스 1이 맡는다</translation>
    </message>
    <message>
        <source>A process whose parent has ended asks for its new parent: as things are here, and with an ancestor that is a subreaper (prctl).</source>
        <translation>부모가 끝난 프로세스가 새 부모를 물어봅니다: 이 컴퓨터의 상태 그대로, 그리고 조상 가운데 하나가 서브리퍼일 때(prctl).</translation>
    </message>
    <message>
        <source>The nearest ancestor that has made itself a subreaper adopts an orphan, as session managers and container runtimes do; process 1 is only the last in that line.</source>
        <translation>세션 관리자나 컨테이너 런타임처럼 스스로 서브리퍼가 된 가장 가까운 조상이 고아를 맡습니다. 프로세스 1은 그 줄의 마지막일 뿐입니다.</translation>
    </message>
    <message>
        <source>new parent here</source>
        <translation>이 컴퓨터에서의 새 부모</translation>
    </message>
    <message>
        <source>new parent, with a subreaper among the ancestors</source>
        <translation>새 부모, 조상 중에 서브리퍼가 있음</translation>
    </message>
    <message>
        <source>the subreaper</source>
        <translation>서브리퍼</translation>
    </message>
    <message>
        <source>What select costs grows with the number of descriptors</source>
        <translation>select의 비용은 파일 디스크립터의 수에 따라 늘어난다</translation>
    </message>
    <message>
        <source>select over 45 and over 450 idle connections, one of which is readable, in turns. Grows: ten times as many cost at least three times as much.</source>
        <translation>유휴 연결 45개와 450개(그중 하나는 읽을 수 있음)에 select를 번갈아 호출합니다. 늘어난다: 열 배의 수에 적어도 세 배의 비용.</translation>
    </message>
    <message>
        <source>The kernel walks through all bits up to the highest descriptor, asks each that is set, and writes the sets back, at every call anew.</source>
        <translation>커널은 호출할 때마다 가장 큰 파일 디스크립터까지 모든 비트를 훑고, 켜진 것마다 물어보고, 집합을 다시 써 줍니다.</translation>
    </message>
    <message>
        <source>a call over few</source>
        <translation>적은 수에서 한 번</translation>
    </message>
    <message>
        <source>a call over many</source>
        <translation>많은 수에서 한 번</translation>
    </message>
    <message>
        <source>few</source>
        <translation>적은 수</translation>
    </message>
    <message>
        <source>many</source>
        <translation>많은 수</translation>
    </message>
    <message>
        <source>select ends at 1,024 descriptors</source>
        <translation>select는 파일 디스크립터 1,024개가 한계이다</translation>
    </message>
    <message>
        <source>A child puts descriptor 1,024 into a set as FD_SET does where it is checked; and the kernel&apos;s own call is given a longer set with a readable descriptor of that number or above.</source>
        <translation>자식이 검사하는 FD_SET처럼 파일 디스크립터 1,024를 집합에 넣습니다. 그리고 커널의 호출에 그 번호 이상의 읽을 수 있는 파일 디스크립터가 든 더 긴 집합을 줍니다.</translation>
    </message>
    <message>
        <source>It is the C library&apos;s fd_set that has 1,024 places (without the check FD_SET writes behind it); the kernel&apos;s call takes longer sets, but nobody&apos;s headers do.</source>
        <translation>1,024자리인 것은 C 라이브러리의 fd_set입니다(검사가 없으면 FD_SET은 그 뒤에 씁니다). 커널의 호출은 더 긴 집합을 받지만 헤더 파일은 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>places of an fd_set</source>
        <translation>fd_set의 자리 수</translation>
    </message>
    <message>
        <source>FD_SET of 1,024: signal that ended the child</source>
        <translation>1,024의 FD_SET: 자식을 끝낸 시그널</translation>
    </message>
    <message>
        <source>readable ones found by the kernel&apos;s call</source>
        <translation>커널의 호출이 찾은 읽을 수 있는 수</translation>
    </message>
    <message>
        <source>poll has no limit</source>
        <translation>poll에는 한계가 없다</translation>
    </message>
    <message>
        <source>With the soft limit of open descriptors lowered, poll is given as many entries as that and one more; the entries are empty.</source>
        <translation>열 수 있는 파일 디스크립터의 소프트 한도를 낮춘 다음, poll에 그만큼의 빈 항목과 하나 더 많은 항목을 줍니다.</translation>
    </message>
    <message>
        <source>poll takes at most as many entries as a process may have open descriptors (RLIMIT_NOFILE), and says EINVAL above.</source>
        <translation>poll은 프로세스가 열 수 있는 파일 디스크립터 수(RLIMIT_NOFILE)만큼만 받으며, 넘으면 EINVAL입니다.</translation>
    </message>
    <message>
        <source>limit of open descriptors here</source>
        <translation>이 컴퓨터의 파일 디스크립터 한도</translation>
    </message>
    <message>
        <source>lowered to</source>
        <translation>낮춘 값</translation>
    </message>
    <message>
        <source>poll with as many</source>
        <translation>그만큼의 poll</translation>
    </message>
    <message>
        <source>poll with one more</source>
        <translation>하나 더 많은 poll</translation>
    </message>
    <message>
        <source>With few descriptors poll is better than select, with many it is worse</source>
        <translation>파일 디스크립터가 적으면 poll이 select보다 낫고, 많으면 못하다</translation>
    </message>
    <message>
        <source>poll and select over 4 and over 450 idle connections, one of which is readable, in turns; and the bytes that each call of 450 hands over.</source>
        <translation>유휴 연결 4개와 450개(그중 하나는 읽을 수 있음)에 poll과 select를 번갈아 호출합니다. 그리고 450개에서 호출마다 넘기는 바이트 수.</translation>
    </message>
    <message>
        <source>poll hands over eight bytes a descriptor, select three bits for every number up to the highest; asking each descriptor costs more than either, and is the same.</source>
        <translation>poll은 파일 디스크립터마다 8바이트를, select는 가장 큰 번호까지 번호마다 3비트를 넘깁니다. 파일 디스크립터 하나하나에 물어보는 비용이 더 크며, 그것은 둘이 같습니다.</translation>
    </message>
    <message>
        <source>poll, few</source>
        <translation>poll, 적은 수</translation>
    </message>
    <message>
        <source>select, few</source>
        <translation>select, 적은 수</translation>
    </message>
    <message>
        <source>poll, many</source>
        <translation>poll, 많은 수</translation>
    </message>
    <message>
        <source>select, many</source>
        <translation>select, 많은 수</translation>
    </message>
    <message>
        <source>handed over by poll, many</source>
        <translation>poll이 넘기는 양, 많은 수</translation>
    </message>
    <message>
        <source>handed over by select, many</source>
        <translation>select가 넘기는 양, 많은 수</translation>
    </message>
    <message>
        <source>epoll costs only what is ready</source>
        <translation>epoll의 비용은 준비된 것에만 든다</translation>
    </message>
    <message>
        <source>epoll_wait with one readable connection among 10 and among 10,000 (or as many as may be open), and with 100 readable ones, in turns. Only: many idle ones cost less than twice as much as few.</source>
        <translation>연결 10개와 10,000개(또는 열 수 있는 만큼) 가운데 하나를 읽을 수 있을 때와 100개를 읽을 수 있을 때 epoll_wait를 번갈아 호출합니다. 준비된 것에만: 유휴 연결이 많아도 적을 때의 두 배가 들지 않음.</translation>
    </message>
    <message>
        <source>The kernel puts a descriptor on a list when something happens to it, and epoll_wait walks through that list alone; the idle ones cost memory, not time.</source>
        <translation>커널은 일이 생긴 파일 디스크립터를 목록에 올리고 epoll_wait는 그 목록만 훑습니다. 유휴 연결에는 시간이 아니라 메모리가 듭니다.</translation>
    </message>
    <message>
        <source>a call, few idle</source>
        <translation>한 번, 유휴 연결 적음</translation>
    </message>
    <message>
        <source>a call, many idle</source>
        <translation>한 번, 유휴 연결 많음</translation>
    </message>
    <message>
        <source>a call, 100 ready</source>
        <translation>한 번, 100개 준비됨</translation>
    </message>
    <message>
        <source>Waiting for all clients in one thread is cheaper than a thread for each</source>
        <translation>한 스레드에서 모든 클라이언트를 기다리는 것이 클라이언트마다 스레드를 두는 것보다 싸다</translation>
    </message>
    <message>
        <source>A server of 200 clients that answers bytes, with a thread a client and with one thread and epoll, in turns: resident memory a client while all are connected, CPU time a request.</source>
        <translation>바이트에 응답하는 클라이언트 200개의 서버를 클라이언트마다 스레드로, 그리고 스레드 하나와 epoll로 번갈아: 모두 연결된 동안 클라이언트당 상주 메모리, 요청당 CPU 시간.</translation>
    </message>
    <message>
        <source>A thread has a stack and is switched to for every request, where one thread takes all that are ready at a time; what it costs instead is an epoll_wait for them together.</source>
        <translation>스레드에는 스택이 있고 요청마다 그 스레드로 전환해야 하지만, 한 스레드는 준비된 것을 한꺼번에 처리합니다. 대신 그 전체에 epoll_wait 한 번이 듭니다.</translation>
    </message>
    <message>
        <source>memory a client, a thread each</source>
        <translation>클라이언트당 메모리, 저마다 스레드</translation>
    </message>
    <message>
        <source>memory a client, one thread</source>
        <translation>클라이언트당 메모리, 한 스레드</translation>
    </message>
    <message>
        <source>CPU time a request, a thread each</source>
        <translation>요청당 CPU 시간, 저마다 스레드</translation>
    </message>
    <message>
        <source>CPU time a request, one thread</source>
        <translation>요청당 CPU 시간, 한 스레드</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>클라이언트 수</translation>
    </message>
    <message>
        <source>Asynchronous and blocking together behave as synchronous and blocking do</source>
        <translation>비동기와 블로킹의 조합은 동기 블로킹처럼 동작한다</translation>
    </message>
    <message>
        <source>A process waits 50 ms for one byte in four ways: in read; by a read that does not wait, again and again; by such a read and poll, which waits; and until a signal (SIGIO). The pieces of other work it did meanwhile.</source>
        <translation>프로세스가 1바이트를 50ms 동안 네 가지로 기다립니다: read 안에서, 기다리지 않는 read를 거듭하며, 그런 read와 기다리는 poll로, 시그널(SIGIO)이 올 때까지. 그동안 한 다른 일의 수.</translation>
    </message>
    <message>
        <source>Who waits in poll does nothing else, as in read; what is gained is that it waits for many at once, not that it goes on working.</source>
        <translation>poll에서 기다리면 read에서처럼 다른 일을 하지 못합니다. 얻는 것은 여럿을 한꺼번에 기다린다는 것이지 일을 계속한다는 것이 아닙니다.</translation>
    </message>
    <message>
        <source>work done: synchronous, blocking (read)</source>
        <translation>한 일: 동기, 블로킹(read)</translation>
    </message>
    <message>
        <source>work done: synchronous, not blocking</source>
        <translation>한 일: 동기, 논블로킹</translation>
    </message>
    <message>
        <source>work done: asynchronous, blocking (poll)</source>
        <translation>한 일: 비동기, 블로킹(poll)</translation>
    </message>
    <message>
        <source>work done: asynchronous, not blocking (SIGIO)</source>
        <translation>한 일: 비동기, 논블로킹(SIGIO)</translation>
    </message>
    <message>
        <source>Exactly once is hard</source>
        <translation>정확히 한 번 실행하기는 어렵다</translation>
    </message>
    <message>
        <source>Forty calls over a network that loses 20 % of the datagrams each way, to a server that is killed (SIGKILL) twice: by repetition with a cache of replies (at most once), and with a durable log (exactly once). Hard: the cache does not keep the promise, and the log does.</source>
        <translation>오가는 데이터그램을 방향마다 20 % 잃는 네트워크를 거쳐, 두 번 강제 종료(SIGKILL)되는 서버를 40번 호출합니다. 한 번은 재전송과 응답 캐시로(최대 한 번), 한 번은 지속되는 로그로(정확히 한 번) 호출합니다. 어렵다: 캐시로는 약속을 지키지 못하고 로그로는 지킵니다.</translation>
    </message>
    <message>
        <source>Repetition and a cache make up for the network, but the cache dies with its server; only where the effect of a call and the record of it are one step on stable storage is nothing lost or done twice.</source>
        <translation>재전송과 캐시는 네트워크의 손실을 메우지만 캐시는 서버와 함께 사라집니다. 호출의 효과와 그 기록이 안정된 저장 장치에서 한 단계일 때에만 아무것도 잃거나 두 번 하지 않습니다.</translation>
    </message>
    <message>
        <source>done once, at most once with a server killed</source>
        <translation>한 번 실행된 비율, 최대 한 번, 서버 강제 종료</translation>
    </message>
    <message>
        <source>done once, exactly once with a server killed</source>
        <translation>한 번 실행된 비율, 정확히 한 번, 서버 강제 종료</translation>
    </message>
    <message>
        <source>REST is heavier than gRPC</source>
        <translation>REST는 gRPC보다 무겁다</translation>
    </message>
    <message>
        <source>Calls with 64 and with 4,096 bytes each way, one after the other: JSON in HTTP/1.1, gRPC, Thrift, and bare messages over TCP, in turns; the time of a round trip, and the processor time of both sides. Heavier: in both, at both sizes.</source>
        <translation>방향마다 64바이트와 4,096바이트인 호출을 하나씩 차례로 합니다. HTTP/1.1에 담은 JSON, gRPC, Thrift, TCP의 메시지 그대로를 번갈아 재며, 왕복 시간과 양쪽의 CPU 시간을 잽니다. 무겁다: 두 크기 모두에서 두 값이 다 큽니다.</translation>
    </message>
    <message>
        <source>Text and Base64 grow with the message, and each call has its headers again; gRPC pays for the frames, flow control and threads of HTTP/2, which weigh more than a small message does.</source>
        <translation>텍스트와 Base64는 메시지와 함께 커지고 호출마다 헤더가 다시 붙습니다. gRPC는 HTTP/2의 프레임, 흐름 제어, 스레드에 비용을 치르며, 작은 메시지에서는 이것이 메시지보다 무겁습니다.</translation>
    </message>
    <message>
        <source>JSON over HTTP, 64 B</source>
        <translation>HTTP의 JSON, 64 B</translation>
    </message>
    <message>
        <source>gRPC, 64 B</source>
        <translation>gRPC, 64 B</translation>
    </message>
    <message>
        <source>Thrift, 64 B</source>
        <translation>Thrift, 64 B</translation>
    </message>
    <message>
        <source>bare TCP, 64 B</source>
        <translation>TCP 그대로, 64 B</translation>
    </message>
    <message>
        <source>JSON over HTTP, 4,096 B</source>
        <translation>HTTP의 JSON, 4,096 B</translation>
    </message>
    <message>
        <source>gRPC, 4,096 B</source>
        <translation>gRPC, 4,096 B</translation>
    </message>
    <message>
        <source>Thrift, 4,096 B</source>
        <translation>Thrift, 4,096 B</translation>
    </message>
    <message>
        <source>bare TCP, 4,096 B</source>
        <translation>TCP 그대로, 4,096 B</translation>
    </message>
    <message>
        <source>processor time a call, JSON over HTTP, 64 B</source>
        <translation>호출당 CPU 시간, HTTP의 JSON, 64 B</translation>
    </message>
    <message>
        <source>processor time a call, gRPC, 64 B</source>
        <translation>호출당 CPU 시간, gRPC, 64 B</translation>
    </message>
    <message>
        <source>processor time a call, Thrift, 64 B</source>
        <translation>호출당 CPU 시간, Thrift, 64 B</translation>
    </message>
    <message>
        <source>processor time a call, bare TCP, 64 B</source>
        <translation>호출당 CPU 시간, TCP 그대로, 64 B</translation>
    </message>
    <message>
        <source>processor time a call, JSON over HTTP, 4,096 B</source>
        <translation>호출당 CPU 시간, HTTP의 JSON, 4,096 B</translation>
    </message>
    <message>
        <source>processor time a call, gRPC, 4,096 B</source>
        <translation>호출당 CPU 시간, gRPC, 4,096 B</translation>
    </message>
    <message>
        <source>processor time a call, Thrift, 4,096 B</source>
        <translation>호출당 CPU 시간, Thrift, 4,096 B</translation>
    </message>
    <message>
        <source>processor time a call, bare TCP, 4,096 B</source>
        <translation>호출당 CPU 시간, TCP 그대로, 4,096 B</translation>
    </message>
    <message>
        <source>HTTP replaces TCP</source>
        <translation>HTTP는 TCP를 대신한다</translation>
    </message>
    <message>
        <source>A client calls a server over HTTP; then the kernel is asked for the TCP connections it still remembers (TIME_WAIT) of the port at which the server had listened. Where it remembers none, it cannot be told.</source>
        <translation>클라이언트가 HTTP로 서버를 호출한 뒤, 서버가 열었던 포트의 TCP 연결 가운데 커널이 아직 기억하는 것(TIME_WAIT)을 커널에 묻습니다. 하나도 없으면 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>HTTP says what a request and its answer look like and leaves their way to TCP: below it is a TCP connection as any other, which the kernel lists (HTTP/3 alone goes over UDP).</source>
        <translation>HTTP는 요청과 응답의 모양을 정하고 오가는 길은 TCP에 맡깁니다. 그 아래에는 커널의 목록에 있는 여느 TCP 연결이 있습니다(UDP를 쓰는 것은 HTTP/3뿐입니다).</translation>
    </message>
    <message>
        <source>connections that the server has had</source>
        <translation>서버가 맺은 연결</translation>
    </message>
    <message>
        <source>of its port in the kernel&apos;s table of TCP</source>
        <translation>커널의 TCP 표에 있는 그 포트의 연결</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>Operation not permitted</source>
        <translation>허용되지 않은 동작</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>그런 파일이나 디렉터리가 없음</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>그런 프로세스가 없음</translation>
    </message>
    <message>
        <source>Interrupted system call</source>
        <translation>시스템 호출이 중단됨</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류</translation>
    </message>
    <message>
        <source>Argument list too long</source>
        <translation>인수 목록이 너무 김</translation>
    </message>
    <message>
        <source>Exec format error</source>
        <translation>실행할 수 없는 파일 형식</translation>
    </message>
    <message>
        <source>Bad file descriptor</source>
        <translation>잘못된 파일 디스크립터</translation>
    </message>
    <message>
        <source>No child processes</source>
        <translation>자식 프로세스가 없음</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>자원을 일시적으로 쓸 수 없음</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>메모리를 할당할 수 없음</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한이 없음</translation>
    </message>
    <message>
        <source>Bad address</source>
        <translation>잘못된 주소</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>장치나 자원이 사용 중</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>파일이 이미 있음</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>서로 다른 장치 사이의 링크</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>그런 장치가 없음</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>디렉터리가 아님</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>디렉터리임</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>잘못된 인수</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>시스템에 열린 파일이 너무 많음</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>열린 파일이 너무 많음</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>실행 중인 파일</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>파일이 너무 큼</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>장치에 남은 공간이 없음</translation>
    </message>
    <message>
        <source>Illegal seek</source>
        <translation>위치를 옮길 수 없음</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>읽는 쪽이 없는 파이프</translation>
    </message>
    <message>
        <source>Resource deadlock avoided</source>
        <translation>교착 상태를 피하려고 거부됨</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>파일 이름이 너무 김</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>구현되지 않은 기능</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>디렉터리가 비어 있지 않음</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>심볼릭 링크 단계가 너무 많음</translation>
    </message>
    <message>
        <source>Value too large for defined data type</source>
        <translation>자료형에 비해 값이 너무 큼</translation>
    </message>
    <message>
        <source>Message too long</source>
        <translation>메시지가 너무 김</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>지원되지 않는 동작</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>이미 사용 중인 주소</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>요청한 주소를 쓸 수 없음</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>상대가 연결을 끊음</translation>
    </message>
    <message>
        <source>No buffer space available</source>
        <translation>버퍼 공간이 없음</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>연결되지 않은 소켓</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>연결 시간 초과</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>연결이 거부됨</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>디스크 할당량 초과</translation>
    </message>
    <message>
        <source>Owner died</source>
        <translation>소유자가 종료됨</translation>
    </message>
    <message>
        <source>State not recoverable</source>
        <translation>복구할 수 없는 상태</translation>
    </message>
</context>
<context>
    <name>event</name>
    <message>
        <source>everybody is ready: the run begins</source>
        <translation>모두 준비됨: 실행을 시작합니다</translation>
    </message>
    <message>
        <source>the run has ended; nothing of it is left</source>
        <translation>실행이 끝났고, 남은 것은 없습니다</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>정지 중</translation>
    </message>
    <message>
        <source>stopping: everybody is asked to finish</source>
        <translation>정지 중: 모두에게 끝내도록 요청했습니다</translation>
    </message>
    <message>
        <source>stopping: those left are terminated (SIGTERM)</source>
        <translation>정지 중: 남은 프로세스에 SIGTERM을 보냅니다</translation>
    </message>
    <message>
        <source>stopping: those left are killed (SIGKILL)</source>
        <translation>정지 중: 남은 프로세스를 강제 종료합니다 (SIGKILL)</translation>
    </message>
    <message>
        <source>switches and wake-ups are recorded by the kernel</source>
        <translation>커널이 문맥 교환과 깨움을 기록합니다</translation>
    </message>
    <message>
        <source>continued by you</source>
        <translation>사용자가 계속시킴</translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>사용자가 일시 정지함</translation>
    </message>
    <message>
        <source>step: pause</source>
        <translation>단계: 일시 정지</translation>
    </message>
    <message>
        <source>step: continue</source>
        <translation>단계: 계속</translation>
    </message>
    <message>
        <source>step: stop (SIGSTOP)</source>
        <translation>단계: 정지 (SIGSTOP)</translation>
    </message>
    <message>
        <source>step: terminate (SIGTERM)</source>
        <translation>단계: 종료 요청 (SIGTERM)</translation>
    </message>
    <message>
        <source>step: kill (SIGKILL)</source>
        <translation>단계: 강제 종료 (SIGKILL)</translation>
    </message>
    <message>
        <source>wrote to a link nobody reads any more (EPIPE)</source>
        <translation>읽는 쪽이 없는 링크에 썼습니다 (EPIPE)</translation>
    </message>
    <message>
        <source>stops: its unbounded buffer has reached its memory limit</source>
        <translation>멈춤: 무한 버퍼가 메모리 한계에 이름</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>교착 상태</translation>
    </message>
    <message>
        <source>more are born and end than are listed here; the tree has them</source>
        <translation>여기에 적은 것보다 더 많이 태어나고 끝납니다. 트리에 모두 있습니다</translation>
    </message>
    <message>
        <source>rate: as fast as possible</source>
        <translation>속도: 가능한 한 빠르게</translation>
    </message>
    <message>
        <source>processors: any</source>
        <translation>프로세서: 모두</translation>
    </message>
    <message>
        <source>switches are recorded by the kernel, wake-ups are not: {wake_reason}</source>
        <translation>커널이 문맥 교환은 기록하지만 깨움은 기록하지 않습니다: {wake_reason}</translation>
    </message>
    <message>
        <source>{count} wake-ups were lost: those waits look longer</source>
        <translation>깨움 기록 {count}개를 잃음: 그 대기는 더 길어 보입니다</translation>
    </message>
    <message>
        <source>ended for safety: {found} processes, the limit is {limit}</source>
        <translation>안전을 위해 실행을 끝냄: 프로세스 {found}개, 한도는 {limit}개</translation>
    </message>
    <message>
        <source>ended for safety: {found:bytes} of memory used together, the limit is {limit:bytes}</source>
        <translation>안전을 위해 실행을 끝냄: 모두 합쳐 메모리 {found:bytes} 사용, 한도는 {limit:bytes}</translation>
    </message>
    <message>
        <source>launched as process {pid}</source>
        <translation>프로세스 {pid}(으)로 생성됨</translation>
    </message>
    <message>
        <source>ended, status unknown</source>
        <translation>끝남, 상태 모름</translation>
    </message>
    <message>
        <source>killed by {signal}: {cause}</source>
        <translation>{signal}: 강제 종료, {cause}</translation>
    </message>
    <message>
        <source>killed by {signal}</source>
        <translation>{signal}: 강제 종료</translation>
    </message>
    <message>
        <source>exit {code}</source>
        <translation>exit {code}</translation>
    </message>
    <message>
        <source>CPU time limit of {limit} s</source>
        <translation>CPU 시간 한도 {limit}초</translation>
    </message>
    <message>
        <source>file size limit of {limit:bytes}</source>
        <translation>파일 크기 한도 {limit:bytes}</translation>
    </message>
    <message>
        <source>stack overflow, limit {limit:bytes}</source>
        <translation>스택 오버플로, 한도 {limit:bytes}</translation>
    </message>
    <message>
        <source>memory budget of {limit:bytes}</source>
        <translation>메모리 예산 {limit:bytes}</translation>
    </message>
    <message>
        <source>could not start: {message}</source>
        <translation>시작할 수 없음: {message}</translation>
    </message>
    <message>
        <source>failed: {message}</source>
        <translation>실패: {message}</translation>
    </message>
    <message>
        <source>you set {setting}</source>
        <translation>사용자 설정 — {setting}</translation>
    </message>
    <message>
        <source>refused: {setting} ({error})</source>
        <translation>거절됨: {setting} ({error})</translation>
    </message>
    <message>
        <source>refused: {setting} ({error}). Lowering a nice value takes a right: CAP_SYS_NICE, or a higher RLIMIT_NICE</source>
        <translation>거절됨: {setting} ({error}). nice 값을 낮추려면 권한이 필요합니다: CAP_SYS_NICE 또는 더 높은 RLIMIT_NICE</translation>
    </message>
    <message>
        <source>refused: {setting} ({error}). None of these processors may be used here</source>
        <translation>거절됨: {setting} ({error}). 이 프로세서들은 여기에서 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>step: {settings}</source>
        <translation>단계: {settings}</translation>
    </message>
    <message>
        <source>{signal} sent</source>
        <translation>{signal} 보냄</translation>
    </message>
    <message>
        <source>ends: another party of {object} is gone</source>
        <translation>종료: {object}의 다른 참가자가 사라짐</translation>
    </message>
    <message>
        <source>ends: the holder of the lock of {object} is dead and the lock stays taken</source>
        <translation>종료: {object}의 락을 쥔 프로세스가 죽어 락이 풀리지 않음</translation>
    </message>
    <message>
        <source>died holding the lock of {object}, which stays taken</source>
        <translation>{object}의 락을 쥔 채 죽음. 락은 풀리지 않음</translation>
    </message>
    <message>
        <source>died holding the lock of {object}; the next one gets it and is told</source>
        <translation>{object}의 락을 쥔 채 죽음. 다음 프로세스가 락을 얻으며 통보받음</translation>
    </message>
    <message>
        <source>died holding the lock of {object}; the kernel gives it back</source>
        <translation>{object}의 락을 쥔 채 죽음. 커널이 락을 돌려줌</translation>
    </message>
    <message>
        <source>killed by the launcher, being the least important ({importance}): all together used {used_bytes}, the budget is {budget_bytes}; this one {process_bytes}</source>
        <translation>런처가 강제 종료함. 중요도가 가장 낮음({importance}): 모두 합쳐 {used_bytes}을(를) 썼고 예산은 {budget_bytes}. 이 프로세스는 {process_bytes}</translation>
    </message>
    <message>
        <source>({left_out} lines left out) {stream}: {text}</source>
        <translation>({left_out}줄 생략) {stream}: {text}</translation>
    </message>
    <message>
        <source>waits: {link} is full</source>
        <translation>대기: {link}이(가) 가득 참</translation>
    </message>
    <message>
        <source>waits: its receiver has not come to {link}</source>
        <translation>기다림: {link}에 받는 쪽이 오지 않았습니다</translation>
    </message>
    <message>
        <source>waits: {link} is empty</source>
        <translation>대기: {link}이(가) 비어 있음</translation>
    </message>
    <message>
        <source>waits: its sender has not come to {link}</source>
        <translation>기다림: {link}에 보내는 쪽이 오지 않았습니다</translation>
    </message>
    <message>
        <source>{link} has gone with its owner; the system does not tell what was queued in it</source>
        <translation>{link}이(가) 소유자와 함께 사라짐. 안에 무엇이 남아 있었는지는 시스템이 알려 주지 않음</translation>
    </message>
    <message>
        <source>{link} has gone with its owner; {queued} bytes were queued in it</source>
        <translation>{link}이(가) 소유자와 함께 사라짐. {queued}바이트가 들어 있었음</translation>
    </message>
    <message>
        <source>{link} has gone with its owner; {queued} messages were queued in it</source>
        <translation>{link}이(가) 소유자와 함께 사라짐. 메시지 {queued}개가 들어 있었음</translation>
    </message>
    <message>
        <source>{link} is still there without its sender; the system does not tell what was queued in it</source>
        <translation>{link}은(는) 보낸 이가 없어도 남아 있음. 안에 무엇이 남아 있었는지는 시스템이 알려 주지 않음</translation>
    </message>
    <message>
        <source>{link} is still there without its sender; {queued} bytes were queued in it</source>
        <translation>{link}은(는) 보낸 이가 없어도 남아 있음. {queued}바이트가 들어 있었음</translation>
    </message>
    <message>
        <source>{link} is still there without its sender; {queued} messages were queued in it</source>
        <translation>{link}은(는) 보낸 이가 없어도 남아 있음. 메시지 {queued}개가 들어 있었음</translation>
    </message>
    <message>
        <source>deadlock: {waits}</source>
        <translation>교착 상태: {waits}</translation>
    </message>
    <message>
        <source>process {pid} ({name}) is born: a fork of {parent}</source>
        <translation>프로세스 {pid}({name}) 태어남: {parent}의 fork</translation>
    </message>
    <message>
        <source>process {pid} now runs {name} (exec)</source>
        <translation>프로세스 {pid}이(가) 이제 {name}을(를) 실행 (exec)</translation>
    </message>
    <message>
        <source>process {pid} ({name}) is an orphan: its parent is now {parent}</source>
        <translation>프로세스 {pid}({name})은(는) 고아: 새 부모는 {parent}</translation>
    </message>
    <message>
        <source>process {pid} ({name}) is a zombie: it has ended, and its parent {parent} has not asked how</source>
        <translation>프로세스 {pid}({name})은(는) 좀비: 끝났지만 부모 {parent}이(가) 아직 상태를 묻지 않음</translation>
    </message>
    <message>
        <source>zombie {pid} ({name}) is gone: its status was taken</source>
        <translation>좀비 {pid}({name}) 사라짐: 종료 상태를 가져감</translation>
    </message>
    <message>
        <source>process {pid} ({name}) has ended</source>
        <translation>프로세스 {pid}({name}) 종료</translation>
    </message>
    <message>
        <source>process {pid} ({name}) has gained rights by its program: sampled from now on, without switch records</source>
        <translation>프로세스 {pid}({name})이(가) 프로그램을 통해 권한을 얻음: 이제부터 문맥 교환 기록 없이 표본으로 관측</translation>
    </message>
    <message>
        <source>process {pid}: {fact}</source>
        <translation>프로세스 {pid}: {fact}</translation>
    </message>
    <message>
        <source>rate: {value} messages/s</source>
        <translation>속도: 메시지 {value}개/s</translation>
    </message>
    <message>
        <source>rate: {value} iterations/s</source>
        <translation>속도: 반복 {value}회/s</translation>
    </message>
    <message>
        <source>work: {value} µs a message</source>
        <translation>작업량: 메시지당 {value} µs</translation>
    </message>
    <message>
        <source>work: {value} µs an iteration</source>
        <translation>작업량: 반복당 {value} µs</translation>
    </message>
    <message>
        <source>message size: {value} B</source>
        <translation>메시지 크기: {value} B</translation>
    </message>
    <message>
        <source>nice value: {value}</source>
        <translation>nice 값: {value}</translation>
    </message>
    <message>
        <source>processors: {value}</source>
        <translation>프로세서: {value}</translation>
    </message>
    <message>
        <source>{process} waits for {other}: {link} is full</source>
        <translation>{process}이(가) {other}을(를) 기다림: {link}이(가) 가득 참</translation>
    </message>
    <message>
        <source>{process} waits for {other}: {link} is empty</source>
        <translation>{process}이(가) {other}을(를) 기다림: {link}이(가) 비어 있음</translation>
    </message>
    <message>
        <source>{process} waits for {other}: it holds the lock</source>
        <translation>{process}이(가) {other}을(를) 기다림: 락을 쥐고 있음</translation>
    </message>
    <message>
        <source>{process} waits for {other}: it holds the lock of {link}</source>
        <translation>{process}이(가) {other}을(를) 기다림: {link}의 락을 쥐고 있음</translation>
    </message>
    <message>
        <source>loss: {value}</source>
        <translation>손실: {value}</translation>
    </message>
    <message>
        <source>repetition: {value}</source>
        <translation>중복: {value}</translation>
    </message>
    <message>
        <source>reordering: {value}</source>
        <translation>순서 바뀜: {value}</translation>
    </message>
    <message>
        <source>delay: {value} ms</source>
        <translation>지연: {value} ms</translation>
    </message>
    <message>
        <source>jitter: {value} ms</source>
        <translation>지터: {value} ms</translation>
    </message>
    <message>
        <source>started by you</source>
        <translation>직접 시작함</translation>
    </message>
    <message>
        <source>retired by you</source>
        <translation>직접 물러나게 함</translation>
    </message>
    <message>
        <source>refused: {setting} of {link}. {error}</source>
        <translation>거부됨: {link}의 {setting}. {error}</translation>
    </message>
    <message>
        <source>step: {settings} of {link}</source>
        <translation>단계: {link}의 {settings}</translation>
    </message>
    <message>
        <source>step: start</source>
        <translation>단계: 시작</translation>
    </message>
    <message>
        <source>step: retire</source>
        <translation>단계: 물러나기</translation>
    </message>
    <message>
        <source>you set {setting} of {link}; the system gave {given} B</source>
        <translation>{link}의 {setting}으로 직접 설정함. 시스템이 준 값은 {given} B</translation>
    </message>
    <message>
        <source>{setting} of {link} was set; the system gave {given} B</source>
        <translation>{link}의 {setting}으로 설정됨. 시스템이 준 값은 {given} B</translation>
    </message>
    <message>
        <source>capacity: {value} B</source>
        <translation>용량: {value} B</translation>
    </message>
    <message>
        <source>send buffer: {value} B</source>
        <translation>송신 버퍼: {value} B</translation>
    </message>
    <message>
        <source>receive buffer: {value} B</source>
        <translation>수신 버퍼: {value} B</translation>
    </message>
</context>
<context>
    <name>fact</name>
    <message>
        <source>text {text_bytes}, data {data_bytes}, heap {heap_bytes}, stack {stack_bytes}, mapped memory {mapped_bytes}; resident {resident_bytes}</source>
        <translation>텍스트 {text_bytes}, 데이터 {data_bytes}, 힙 {heap_bytes}, 스택 {stack_bytes}, 매핑한 메모리 {mapped_bytes}; 상주 {resident_bytes}</translation>
    </message>
    <message>
        <source>was refused more memory after {bytes}: {error}</source>
        <translation>{bytes}까지 받은 뒤 메모리를 더 받지 못함: {error}</translation>
    </message>
    <message>
        <source>stack overflow: the access at {address} is below the lowest address the stack may reach, {lowest}; its limit is {limit_bytes}</source>
        <translation>스택 오버플로: 접근한 주소 {address}가 스택이 내려갈 수 있는 가장 낮은 주소 {lowest}보다 아래에 있음. 한도는 {limit_bytes}</translation>
    </message>
    <message>
        <source>writes to a file without a name on {file_system}, and waits for the disk after each {step_bytes}</source>
        <translation>{file_system}에 있는 이름 없는 파일에 쓰며, {step_bytes}를 쓸 때마다 디스크를 기다림</translation>
    </message>
    <message>
        <source>there is no disk here to wait for: the file is on {file_system}, which is memory</source>
        <translation>여기에는 기다릴 디스크가 없음: 파일이 메모리인 {file_system}에 있음</translation>
    </message>
    <message>
        <source>could not write on: {error}</source>
        <translation>더 쓰지 못함: {error}</translation>
    </message>
    <message>
        <source>thread {thread} is {tid}: a stack of its own at {stack_address}, the same variable at {shared_address}</source>
        <translation>스레드 {thread}의 번호는 {tid}: 자기 스택은 {stack_address}, 같은 변수는 {shared_address}</translation>
    </message>
    <message>
        <source>could not make more than {threads} threads: {error}</source>
        <translation>스레드를 {threads}개보다 더 만들지 못함: {error}</translation>
    </message>
    <message>
        <source>{threads} threads have added up to {shared_value} in the one variable they share</source>
        <translation>스레드 {threads}개가 함께 쓰는 한 변수에 더한 값은 모두 {shared_value}</translation>
    </message>
    <message>
        <source>forks in a row: {forks}; of one process they have made: {processes}</source>
        <translation>잇달아 한 fork: {forks}번, 한 프로세스에서 만들어진 프로세스: {processes}개</translation>
    </message>
    <message>
        <source>fork failed (processes so far: {processes}): {error}</source>
        <translation>fork 실패 (지금까지의 프로세스: {processes}개): {error}</translation>
    </message>
    <message>
        <source>{who}, {when}: {private_pages} pages of its own, {shared_pages} shared</source>
        <translation>{who}, {when}: 자기만의 페이지 {private_pages}개, 공유하는 페이지 {shared_pages}개</translation>
    </message>
    <message>
        <source>{who} has written {bytes}: {page_faults} page faults, each of which copied a page</source>
        <translation>{who}, {bytes}를 씀: 페이지 폴트 {page_faults}번, 그때마다 페이지 하나가 복사됨</translation>
    </message>
    <message>
        <source>{who}, {when}: the variable at {address} holds {value}</source>
        <translation>{who}, {when}: {address} 번지의 변수 값은 {value}</translation>
    </message>
    <message>
        <source>process {pid} is about to replace its program {executable}: {mappings} mappings, a heap of {heap_bytes}</source>
        <translation>프로세스 {pid}, 이제 프로그램 {executable}을(를) 바꾸려 함: 매핑 {mappings}개, 힙 {heap_bytes}</translation>
    </message>
    <message>
        <source>process {pid} is now {executable}: {mappings} mappings, a heap of {heap_bytes}</source>
        <translation>프로세스 {pid}, 이제 {executable}: 매핑 {mappings}개, 힙 {heap_bytes}</translation>
    </message>
    <message>
        <source>could not replace its program: {error}</source>
        <translation>프로그램을 바꾸지 못함: {error}</translation>
    </message>
    <message>
        <source>has made the child {child_pid} and {then}</source>
        <translation>자식 {child_pid}를 만들고, {then}</translation>
    </message>
    <message>
        <source>has waited {waited_us} for the child {child_pid} and computed for {parent_cpu_us} while it lived</source>
        <translation>자식 {child_pid}를 {waited_us} 동안 기다렸고, 자식이 사는 동안 {parent_cpu_us} 동안 계산함</translation>
    </message>
    <message>
        <source>child {child_pid} is in state {state} as /proc tells; its parent is {ppid}</source>
        <translation>/proc에 따르면 자식 {child_pid}의 상태는 {state}, 부모는 {ppid}</translation>
    </message>
    <message>
        <source>child {child_pid} has been waited for: exit code {code}, and /proc no longer knows it</source>
        <translation>자식 {child_pid}를 기다려 거둠: 종료 코드 {code}, /proc에는 더 이상 없음</translation>
    </message>
    <message>
        <source>child {child_pid} ended by {how}: exit code {code}</source>
        <translation>자식 {child_pid}가 끝남({how}): 종료 코드 {code}</translation>
    </message>
    <message>
        <source>child {child_pid} ended by {how}: signal {signal} ({signal_name})</source>
        <translation>자식 {child_pid}가 끝남({how}): 시그널 {signal}({signal_name})</translation>
    </message>
    <message>
        <source>process {pid}, {when}: its parent is {ppid}</source>
        <translation>프로세스 {pid}, {when}: 부모는 {ppid}</translation>
    </message>
    <message>
        <source>met its limit of {limit} ({resource}) after {reached}: {error}</source>
        <translation>한도 {limit}({resource})에 이르렀음: {reached}개 뒤에 {error}</translation>
    </message>
    <message>
        <source>did not meet its limit of {limit} ({resource}): {reached} and no refusal; who runs as root is exempt</source>
        <translation>한도 {limit}({resource})에 이르지 않음: {reached}개까지 거절되지 않음. root에게는 적용되지 않음</translation>
    </message>
    <message>
        <source>met its limit of {limit_bytes} ({resource}) after {reached_bytes} more: {error}</source>
        <translation>한도 {limit_bytes}({resource})에 이르렀음: {reached_bytes}를 더 받은 뒤 {error}</translation>
    </message>
    <message>
        <source>has written {written_bytes}, all its file may have; the next byte brings SIGXFSZ</source>
        <translation>{written_bytes}를 써서 파일의 한도를 다 채움. 다음 바이트는 SIGXFSZ를 부름</translation>
    </message>
    <message>
        <source>has filled {bytes} of {memory}: {resident_bytes} of it resident, {major_faults} major faults so far</source>
        <translation>{memory}, {bytes}를 채움: 그 가운데 상주 {resident_bytes}, 지금까지 주 페이지 폴트 {major_faults}번</translation>
    </message>
    <message>
        <source>asked the kernel to page it out ({call}): {resident_bytes} of it resident now</source>
        <translation>커널에 내보내 달라고 요청함({call}): 이제 상주 {resident_bytes}</translation>
    </message>
    <message>
        <source>{call} was refused: {error}</source>
        <translation>{call} 거절됨: {error}</translation>
    </message>
    <message>
        <source>asked the kernel to page it out ({call}), and nothing went: {resident_bytes} of it still resident. Anonymous memory goes to swap, of which there is {swap_bytes}</source>
        <translation>커널에 내보내 달라고 요청했으나({call}) 아무것도 나가지 않음: 여전히 상주 {resident_bytes}. 익명 메모리는 스왑으로 나가는데, 스왑은 {swap_bytes}</translation>
    </message>
    <message>
        <source>has touched every page again: {resident_bytes} resident, {major_faults} major faults so far</source>
        <translation>모든 페이지를 다시 건드림: 상주 {resident_bytes}, 지금까지 주 페이지 폴트 {major_faults}번</translation>
    </message>
    <message>
        <source>{method}: {median_ns} until a child is there, {reaped_ns} until it has ended and is waited for (medians of {count}); the parent has {resident_bytes}</source>
        <translation>{method}: 자식이 생기기까지 {median_ns}, 끝나서 거두어지기까지 {reaped_ns}(각 {count}번의 중앙값), 부모의 상주 메모리 {resident_bytes}</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>부모</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>쓰는 쪽</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>읽는 쪽</translation>
    </message>
    <message>
        <source>before the fork</source>
        <translation>fork 전</translation>
    </message>
    <message>
        <source>after the fork</source>
        <translation>fork 뒤</translation>
    </message>
    <message>
        <source>after its write</source>
        <translation>쓴 뒤</translation>
    </message>
    <message>
        <source>after the child&apos;s write</source>
        <translation>자식이 쓴 뒤</translation>
    </message>
    <message>
        <source>after the other child&apos;s write</source>
        <translation>다른 자식이 쓴 뒤</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>계속 실행함</translation>
    </message>
    <message>
        <source>waits for it</source>
        <translation>그것을 기다림</translation>
    </message>
    <message>
        <source>before the middle process ended</source>
        <translation>가운데 프로세스가 끝나기 전</translation>
    </message>
    <message>
        <source>after it has ended</source>
        <translation>그것이 끝난 뒤</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>열린 파일</translation>
    </message>
    <message>
        <source>processes of this user</source>
        <translation>이 사용자의 프로세스</translation>
    </message>
    <message>
        <source>address space</source>
        <translation>주소 공간</translation>
    </message>
    <message>
        <source>bytes of a file</source>
        <translation>파일의 바이트</translation>
    </message>
    <message>
        <source>anonymous memory</source>
        <translation>익명 메모리</translation>
    </message>
    <message>
        <source>a private mapping of a file</source>
        <translation>파일의 전용 매핑</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>자기에게 보낸 시그널</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>잘못된 접근</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>부모의 kill</translation>
    </message>
    <message>
        <source>parent-death</source>
        <translation>부모의 죽음</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>포그라운드</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>보임</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>background</source>
        <translation>백그라운드</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈 프로세스</translation>
    </message>
    <message>
        <source>runs as user {uid} with {privileges} privileges from here on; it was user {before}</source>
        <translation>이제부터 사용자 {uid}(으)로, 특권 {privileges}개로 실행됩니다. 그전에는 사용자 {before}였습니다</translation>
    </message>
    <message>
        <source>could not become another user: {error}</source>
        <translation>다른 사용자가 되지 못했습니다: {error}</translation>
    </message>
    <message>
        <source>{attempt}: {call} is refused with {result} ({error}); expected: {expected}</source>
        <translation>{attempt}: {call} 거부됨, {result} ({error}). 예상: {expected}</translation>
    </message>
    <message>
        <source>{attempt}: {call} is granted; expected: {expected}</source>
        <translation>{attempt}: {call} 허용됨. 예상: {expected}</translation>
    </message>
    <message>
        <source>{attempt}: the access to {address} brings {result} ({code}); expected: {expected}</source>
        <translation>{attempt}: {address} 접근에 {result} ({code}). 예상: {expected}</translation>
    </message>
    <message>
        <source>at {address} the child has {value}, the reader itself {own_value}: one address, two memories</source>
        <translation>{address}에 자식은 {value}, 읽는 쪽은 {own_value}을(를) 가집니다: 주소는 하나, 메모리는 둘</translation>
    </message>
    <message>
        <source>{who}: open files limited to {soft}, at most {hard}, as the parent had set ({set}); nice {nice}, user {uid}</source>
        <translation>{who}: 열린 파일 한도 {soft}, 최대 {hard}, 부모가 정한 대로({set}); nice {nice}, 사용자 {uid}</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>access</source>
        <translation>접근</translation>
    </message>
    <message>
        <source>the memory of a child</source>
        <translation>자식의 메모리</translation>
    </message>
    <message>
        <source>a child that forbids it (not dumpable)</source>
        <translation>금지한 자식의 메모리(덤프 불가)</translation>
    </message>
    <message>
        <source>the memory of one that has ended</source>
        <translation>끝난 프로세스의 메모리</translation>
    </message>
    <message>
        <source>the memory of process 1</source>
        <translation>1번 프로세스의 메모리</translation>
    </message>
    <message>
        <source>a signal to process 1</source>
        <translation>1번 프로세스에 보내는 시그널</translation>
    </message>
    <message>
        <source>reading where nothing is mapped</source>
        <translation>아무것도 매핑되지 않은 곳 읽기</translation>
    </message>
    <message>
        <source>writing to a page with no rights</source>
        <translation>권한 없는 페이지에 쓰기</translation>
    </message>
    <message>
        <source>writing to its own program text</source>
        <translation>자기 프로그램 텍스트에 쓰기</translation>
    </message>
    <message>
        <source>reading an address of the kernel</source>
        <translation>커널의 주소 읽기</translation>
    </message>
    <message>
        <source>reading a file of mode 0400</source>
        <translation>모드 0400 파일 읽기</translation>
    </message>
    <message>
        <source>writing to a file of mode 0400</source>
        <translation>모드 0400 파일에 쓰기</translation>
    </message>
    <message>
        <source>writing through a read-only descriptor</source>
        <translation>읽기 전용 파일 디스크립터로 쓰기</translation>
    </message>
    <message>
        <source>reading a file of mode 0000</source>
        <translation>모드 0000 파일 읽기</translation>
    </message>
    <message>
        <source>writing to the list of users</source>
        <translation>사용자 목록 파일에 쓰기</translation>
    </message>
    <message>
        <source>becoming root</source>
        <translation>root 되기</translation>
    </message>
    <message>
        <source>one file more than the limit</source>
        <translation>한도보다 하나 많은 파일</translation>
    </message>
    <message>
        <source>a hard limit above the parent&apos;s</source>
        <translation>부모보다 높은 하드 한도</translation>
    </message>
    <message>
        <source>a soft limit above the hard one</source>
        <translation>하드 한도보다 높은 소프트 한도</translation>
    </message>
    <message>
        <source>a nice value below the parent&apos;s</source>
        <translation>부모보다 낮은 nice 값</translation>
    </message>
    <message>
        <source>the limit before it was lowered</source>
        <translation>낮추기 전의 한도</translation>
    </message>
    <message>
        <source>a limit below the parent&apos;s</source>
        <translation>부모보다 낮은 한도</translation>
    </message>
    <message>
        <source>limiting its own open files</source>
        <translation>자기 열린 파일 수 제한</translation>
    </message>
    <message>
        <source>a higher nice value of its own</source>
        <translation>자기 nice 값 높이기</translation>
    </message>
    <message>
        <source>child</source>
        <translation>자식</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>손자</translation>
    </message>
    <message>
        <source>{registers} registers filled with known values and read again after {switches} forced context switches: {changed} changed</source>
        <translation>아는 값으로 채운 레지스터 {registers}개를 강제 문맥 교환 {switches}번 뒤에 다시 읽음: 바뀐 것 {changed}개</translation>
    </message>
    <message>
        <source>{number}. {function} at {address}: {code} {what}; stack pointer {stack_after}, calls deep {depth}; {changed}</source>
        <translation>{number}. {address}의 {function}: {code} {what}; 스택 포인터 {stack_after}, 호출 깊이 {depth}; {changed}</translation>
    </message>
    <message>
        <source>has executed {instructions} instructions one by one: the counter went on to the next {advances} times, elsewhere {elsewhere} times; {jumps} jumps, {calls} calls, {returns} returns, {balanced} of {matched} to where the stack was before the call</source>
        <translation>명령어 {instructions}개를 하나씩 실행함: 카운터가 다음으로 나아간 것 {advances}번, 다른 곳으로 간 것 {elsewhere}번. 분기 {jumps}, 호출 {calls}, 복귀 {returns}. 호출 전의 스택으로 돌아온 복귀 {matched}번 중 {balanced}번</translation>
    </message>
    <message>
        <source>a call of {function} makes a frame: the counter goes from {from} to {to}, the stack pointer from {stack_before} to {stack_after}</source>
        <translation>{function} 호출로 프레임이 생김: 카운터 {from} → {to}, 스택 포인터 {stack_before} → {stack_after}</translation>
    </message>
    <message>
        <source>its return takes the frame away: the counter goes from {from} to {to}, the stack pointer from {stack_before} to {stack_after}, as before the call</source>
        <translation>복귀하며 프레임이 사라짐: 카운터 {from} → {to}, 스택 포인터 {stack_before} → {stack_after}, 호출 전과 같음</translation>
    </message>
    <message>
        <source>the child stood still for {held_us} in all and was switched {switches} times: its registers were read again {compared} times before it went on, and differed {differing} times</source>
        <translation>자식은 모두 {held_us} 동안 멈춰 있었고 문맥 교환이 {switches}번 있었음: 계속하기 전에 레지스터를 {compared}번 다시 읽었고 {differing}번 달랐음</translation>
    </message>
    <message>
        <source>could not execute its child step by step: {why}</source>
        <translation>자식을 한 명령어씩 실행하지 못함: {why}</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>다음으로</translation>
    </message>
    <message>
        <source>jumps</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>복귀</translation>
    </message>
    <message>
        <source>calls the kernel</source>
        <translation>시스템 호출</translation>
    </message>
    <message>
        <source>the system does not permit ptrace</source>
        <translation>시스템이 ptrace를 허용하지 않습니다</translation>
    </message>
    <message>
        <source>unknown architecture</source>
        <translation>모르는 아키텍처</translation>
    </message>
    <message>
        <source>the child has ended</source>
        <translation>자식이 끝났습니다</translation>
    </message>
    <message>
        <source>registers of another architecture</source>
        <translation>다른 아키텍처의 레지스터</translation>
    </message>
    <message>
        <source>{who}: {call} returned {result}</source>
        <translation>{who}: {call}의 결과는 {result}</translation>
    </message>
    <message>
        <source>{who}: {call} was refused: {error}</source>
        <translation>{who}: {call}이 거절됨: {error}</translation>
    </message>
    <message>
        <source>{who} has written &quot;{text}&quot; at {address}</source>
        <translation>{who}가 주소 {address}에 &quot;{text}&quot;를 씀</translation>
    </message>
    <message>
        <source>{who} has read &quot;{text}&quot; at {address}</source>
        <translation>{who}가 주소 {address}에서 &quot;{text}&quot;를 읽음</translation>
    </message>
    <message>
        <source>{who}: the virtual address {address} is in the physical frame {frame}</source>
        <translation>{who}: 가상 주소 {address}는 물리 프레임 {frame}에 있음</translation>
    </message>
    <message>
        <source>{who}: in which physical frame {address} is, the kernel tells only those with CAP_SYS_ADMIN; it is the same object, {object}</source>
        <translation>{who}: {address}가 어느 물리 프레임에 있는지 커널은 CAP_SYS_ADMIN이 있어야 알려 줌. 같은 객체임: {object}</translation>
    </message>
    <message>
        <source>operation {operation} issued: a read, and the call returned after {call_ns}</source>
        <translation>연산 {operation}을 냄: 읽기이며, 호출은 {call_ns} 뒤에 돌아옴</translation>
    </message>
    <message>
        <source>operation {operation} has completed, as number {place}, and was told by {told_by}; it had been issued as number {issued}</source>
        <translation>연산 {operation}이 {place}번째로 끝났고, {told_by}로 알려짐. 낸 순서는 {issued}번째</translation>
    </message>
    <message>
        <source>{operations} operations were outstanding at once; meanwhile {rounds} rounds of other work were done</source>
        <translation>연산 {operations}개가 한꺼번에 진행 중이었고, 그동안 다른 일을 {rounds}번 함</translation>
    </message>
    <message>
        <source>{who} ({relation}) has joined by {means} and sent &quot;{text}&quot;</source>
        <translation>{who}({relation})가 {means}(으)로 참여하여 &quot;{text}&quot;를 보냄</translation>
    </message>
    <message>
        <source>{who} ({relation}) cannot join by {means}: {error}</source>
        <translation>{who}({relation})는 {means}(으)로 참여할 수 없음: {error}</translation>
    </message>
    <message>
        <source>{who} has taken &quot;{text}&quot; out of the FIFO</source>
        <translation>{who}가 FIFO에서 &quot;{text}&quot;를 꺼냄</translation>
    </message>
    <message>
        <source>{object}: {writes} writes of {written}; one read brings {read_bytes}</source>
        <translation>{object}: {written}를 {writes}번에 나누어 씀. 읽기 한 번에 {read_bytes}</translation>
    </message>
    <message>
        <source>{object}: a message of {bytes} was refused, the longest is {most_bytes}: {error}</source>
        <translation>{object}: {bytes} 메시지가 거절됨. 가장 긴 것은 {most_bytes}: {error}</translation>
    </message>
    <message>
        <source>{object}: a message of {bytes} read into {room_bytes} brings {read_bytes}, the rest is gone</source>
        <translation>{object}: {bytes} 메시지를 {room_bytes} 자리에 읽으면 {read_bytes}만 오고 나머지는 사라짐</translation>
    </message>
    <message>
        <source>{object}: grew from {before_bytes} to {after_bytes} by writing at its end</source>
        <translation>{object}: 끝에 써서 {before_bytes}에서 {after_bytes}로 자람</translation>
    </message>
    <message>
        <source>{object}: is {bytes} and stays so, until ftruncate(2) is called; a write into its memory at {at_bytes} {outcome}</source>
        <translation>{object}: 크기는 {bytes}이며 ftruncate(2)를 부를 때까지 그대로임. {at_bytes} 위치의 메모리에 쓰면 {outcome}</translation>
    </message>
    <message>
        <source>{object}: {call} for {bytes} was refused, the file system has {free_bytes}: {error}</source>
        <translation>{object}: {bytes}를 달라는 {call}이 거절됨. 파일 시스템에 남은 것은 {free_bytes}: {error}</translation>
    </message>
    <message>
        <source>process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>stranger</source>
        <translation>남</translation>
    </message>
    <message>
        <source>its own child</source>
        <translation>자기 자식</translation>
    </message>
    <message>
        <source>no relative</source>
        <translation>친족 아님</translation>
    </message>
    <message>
        <source>the maker</source>
        <translation>만든 프로세스</translation>
    </message>
    <message>
        <source>an inherited descriptor</source>
        <translation>물려받은 파일 디스크립터</translation>
    </message>
    <message>
        <source>the descriptor&apos;s number</source>
        <translation>파일 디스크립터의 번호</translation>
    </message>
    <message>
        <source>the name of a FIFO</source>
        <translation>FIFO의 이름</translation>
    </message>
    <message>
        <source>both ends of one FIFO</source>
        <translation>한 FIFO의 양 끝</translation>
    </message>
    <message>
        <source>a variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>a callback</source>
        <translation>콜백</translation>
    </message>
    <message>
        <source>the one of that name</source>
        <translation>그 이름의 객체</translation>
    </message>
    <message>
        <source>the one with that key</source>
        <translation>그 키의 객체</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>stream socket</source>
        <translation>스트림 소켓</translation>
    </message>
    <message>
        <source>socket with boundaries (seqpacket)</source>
        <translation>경계가 있는 소켓(seqpacket)</translation>
    </message>
    <message>
        <source>datagram socket</source>
        <translation>데이터그램 소켓</translation>
    </message>
    <message>
        <source>message queue</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>100 and 200 bytes</source>
        <translation>100바이트와 200바이트</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>the memory segment</source>
        <translation>메모리 세그먼트</translation>
    </message>
    <message>
        <source>ends the writer by SIGBUS</source>
        <translation>쓰는 프로세스가 SIGBUS로 끝남</translation>
    </message>
    <message>
        <source>succeeds</source>
        <translation>성공함</translation>
    </message>
    <message>
        <source>before it executes</source>
        <translation>실행하기 전에</translation>
    </message>
    <message>
        <source>in the midst of recording</source>
        <translation>기록하는 도중에</translation>
    </message>
    <message>
        <source>having recorded, not yet answered</source>
        <translation>기록한 뒤 응답하기 전에</translation>
    </message>
    <message>
        <source>having executed, not yet recorded</source>
        <translation>실행한 뒤 기록하기 전에</translation>
    </message>
    <message>
        <source>on purpose, for {link}: of {taken} messages {dropped} dropped, {repeated} sent twice, {delayed} delayed, {reordered} sent out of order, {held_back} held back behind others</source>
        <translation>{link}에서 일부러 한 일: 메시지 {taken}개 중 {dropped}개를 버리고, {repeated}개를 두 번 보내고, {delayed}개를 늦추고, {reordered}개의 순서를 바꾸고, {held_back}개를 다른 메시지 뒤에 붙잡아 둠</translation>
    </message>
    <message>
        <source>cuts its links off after {taken} messages; {lost} of them were still under way</source>
        <translation>메시지 {taken}개 뒤에 링크를 끊음; 그중 {lost}개는 아직 전송 중이었음</translation>
    </message>
    <message>
        <source>{semantics}: of {calls} calls {answered} answered and {given_up} given up, after {requests} requests; executed {executed} times: {never} calls never, {once} once, {twice} twice, {more} more often</source>
        <translation>{semantics}: 호출 {calls}번 중 {answered}번 응답, {given_up}번 포기, 요청 {requests}번; 실행 {executed}번: 한 번도 안 된 호출 {never}, 한 번 {once}, 두 번 {twice}, 그 이상 {more}</translation>
    </message>
    <message>
        <source>{semantics}: both accounts together hold {found}, as they did before: {here} here, {there} at the bank</source>
        <translation>{semantics}: 두 계좌의 합은 처음과 같은 {found}: 여기 {here}, 은행 {there}</translation>
    </message>
    <message>
        <source>{semantics}: both accounts together hold {found} instead of {expected}: {here} here, {there} at the bank</source>
        <translation>{semantics}: 두 계좌의 합은 {expected}이 아니라 {found}: 여기 {here}, 은행 {there}</translation>
    </message>
    <message>
        <source>server number {incarnation} starts, on {file_system}: {records} transfers read back, {cut_bytes} of a torn record cut off</source>
        <translation>{incarnation}번째 서버 시작, 파일 시스템 {file_system}: 이체 {records}건을 다시 읽고, 찢어진 기록 {cut_bytes}를 잘라 냄</translation>
    </message>
    <message>
        <source>server number {incarnation} is killed (SIGKILL) {place}: call {call}</source>
        <translation>{incarnation}번째 서버가 {place} 강제 종료됨(SIGKILL): 호출 {call}</translation>
    </message>
    <message>
        <source>server number {incarnation} has died by {signal_name}</source>
        <translation>{incarnation}번째 서버가 {signal_name}로 종료됨</translation>
    </message>
    <message>
        <source>{semantics}: of {requests} requests {executed} executed, {replayed} answered again from what was recorded, {refused} refused as older than a restart, {late} passed over as late copies; the server was started {starts} times</source>
        <translation>{semantics}: 요청 {requests}번 중 {executed}번 실행, {replayed}번은 기록에서 다시 응답, {refused}번은 재시작 전의 것이라 거절, {late}번은 늦게 온 중복이라 무시; 서버는 {starts}번 시작됨</translation>
    </message>
    <message>
        <source>{way}: of {messages} messages {acknowledged} acknowledged, {retransmitted} sent again after {timeouts} timeouts; {acknowledgements} acknowledgements, round trip {round_trip_us}</source>
        <translation>{way}: 메시지 {messages}개 중 {acknowledged}개 확인, 타임아웃 {timeouts}번에 {retransmitted}번 다시 보냄; 확인 응답 {acknowledgements}개, 왕복 시간 {round_trip_us}</translation>
    </message>
    <message>
        <source>{way}: {delivered} messages handed on in order, {missing} missing; {duplicates} copies filtered out, {early} came early and were kept, {discarded} thrown away</source>
        <translation>{way}: 메시지 {delivered}개를 순서대로 넘김, {missing}개 빠짐; 중복 {duplicates}개를 걸러 내고, 일찍 온 {early}개를 보관하고, {discarded}개를 버림</translation>
    </message>
    <message>
        <source>stop and wait</source>
        <translation>정지 대기</translation>
    </message>
    <message>
        <source>go back n</source>
        <translation>Go-Back-N</translation>
    </message>
    <message>
        <source>selective repeat</source>
        <translation>선택적 반복</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>아마도</translation>
    </message>
    <message>
        <source>at least once</source>
        <translation>최소 한 번</translation>
    </message>
    <message>
        <source>at most once</source>
        <translation>최대 한 번</translation>
    </message>
    <message>
        <source>its limit of open files (RLIMIT_NOFILE) was raised from {before} to {now}</source>
        <translation>열 수 있는 파일의 한도(RLIMIT_NOFILE)를 {before}에서 {now}로 올림</translation>
    </message>
    <message>
        <source>has hung up on {peer}: {reason}</source>
        <translation>{peer}와의 연결을 끊음: {reason}</translation>
    </message>
    <message>
        <source>has hung up on {count} more, {all} in all: {reason}</source>
        <translation>연결 {count}개를 더 끊음, 모두 {all}개: {reason}</translation>
    </message>
    <message>
        <source>{strategy}: {wake_ups} wake-ups for {events} events, {calls} system calls, {looked} descriptors looked at; {accepts} connections taken in</source>
        <translation>{strategy}: 사건 {events}개에 {wake_ups}번 깨어남, 시스템 호출 {calls}번, 살펴본 파일 디스크립터 {looked}개; 받아들인 연결 {accepts}개</translation>
    </message>
    <message>
        <source>{opened} of {connections} connections opened within {took_us}</source>
        <translation>연결 {connections}개 가운데 {opened}개가 {took_us} 안에 열림</translation>
    </message>
    <message>
        <source>could not connect: {error}</source>
        <translation>연결하지 못함: {error}</translation>
    </message>
    <message>
        <source>connections: {closed} closed by the server, {reset} reset, {refused} never opened</source>
        <translation>연결: 서버가 닫음 {closed}개, 리셋 {reset}개, 열리지 못함 {refused}개</translation>
    </message>
    <message>
        <source>exactly once</source>
        <translation>정확히 한 번</translation>
    </message>
    <message>
        <source>a port is a number from 0 to 65535; the system chooses from {low} to {high}, and keeps those below {unprivileged_from} for the privileged</source>
        <translation>포트는 0부터 65535까지의 수이며, 시스템은 {low}부터 {high}까지에서 고르고 {unprivileged_from} 미만은 특권이 있는 쪽에 남겨 둡니다</translation>
    </message>
    <message>
        <source>port 0 was asked for twice, which leaves it to the system: it chose {port} and {second_port}</source>
        <translation>포트 0을 두 번 요청하여 시스템에 맡겼더니 {port}, {second_port}을(를) 골랐습니다</translation>
    </message>
    <message>
        <source>{asked} cannot be asked for: an address has 16 bits for its port, which carry {carried}; the system chose {port}</source>
        <translation>{asked}은(는) 요청할 수 없습니다: 주소에서 포트는 16비트이며 {carried}만 전해집니다. 시스템은 {port}을(를) 골랐습니다</translation>
    </message>
    <message>
        <source>the server closed first: its listener is gone, its connection from port {port} is in {state}</source>
        <translation>서버가 먼저 닫았습니다: 리스너는 없어졌고, 포트 {port}의 연결은 {state} 상태입니다</translation>
    </message>
    <message>
        <source>the same port of UDP</source>
        <translation>UDP의 같은 포트</translation>
    </message>
    <message>
        <source>two listeners on one port</source>
        <translation>한 포트의 두 리스너</translation>
    </message>
    <message>
        <source>port 80, with the privilege to bind it</source>
        <translation>포트 80, 바인드 특권 있음</translation>
    </message>
    <message>
        <source>port 80, without a privilege</source>
        <translation>포트 80, 특권 없음</translation>
    </message>
    <message>
        <source>port 1023, without a privilege</source>
        <translation>포트 1023, 특권 없음</translation>
    </message>
    <message>
        <source>look up</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>marshal</source>
        <translation>마샬링</translation>
    </message>
    <message>
        <source>send</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>디스패치</translation>
    </message>
    <message>
        <source>unmarshal</source>
        <translation>언마샬링</translation>
    </message>
    <message>
        <source>execute</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>marshal reply</source>
        <translation>응답 마샬링</translation>
    </message>
    <message>
        <source>send reply</source>
        <translation>응답 전송</translation>
    </message>
    <message>
        <source>unmarshal reply</source>
        <translation>응답 언마샬링</translation>
    </message>
    <message>
        <source>client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>{form}: {size_bytes}; writing took {encode_ns}, reading {decode_ns} (medians)</source>
        <translation>{form}: {size_bytes}, 쓰기 {encode_ns}, 읽기 {decode_ns}(중앙값)</translation>
    </message>
    <message>
        <source>{form}: {field} {value} takes {length} bytes from byte {offset} on</source>
        <translation>{form}: {field} {value}, 바이트 {offset}부터 {length}바이트</translation>
    </message>
    <message>
        <source>{form} is not built in: needs the package {package}</source>
        <translation>{form}: 빌드에 들어 있지 않음, 필요한 패키지 {package}</translation>
    </message>
    <message>
        <source>{field}: written big-endian as {written} ({bytes}), a little-endian reader that does not convert reads {read}</source>
        <translation>{field}: 빅 엔디언으로 적은 {written}({bytes})을 변환하지 않는 리틀 엔디언 독자가 읽으면 {read}</translation>
    </message>
    <message>
        <source>{side}, call {call}: {step} took {took_ns}, {size_bytes}</source>
        <translation>{side}, 호출 {call}: {step} {took_ns}, {size_bytes}</translation>
    </message>
    <message>
        <source>integer 1</source>
        <translation>정수 1</translation>
    </message>
    <message>
        <source>integer −2</source>
        <translation>정수 −2</translation>
    </message>
    <message>
        <source>64-bit integer</source>
        <translation>64비트 정수</translation>
    </message>
    <message>
        <source>floating point</source>
        <translation>부동소수점</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>array</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>said nothing</source>
        <translation>아무 말도 하지 않음</translation>
    </message>
    <message>
        <source>a stranger to this run</source>
        <translation>이 실행과 관계없는 상대</translation>
    </message>
    <message>
        <source>sent what is no message</source>
        <translation>메시지가 아닌 것을 보냄</translation>
    </message>
    <message>
        <source>announced too long a message</source>
        <translation>너무 긴 메시지를 예고함</translation>
    </message>
    <message>
        <source>sent half a message</source>
        <translation>메시지의 절반만 보냄</translation>
    </message>
    <message>
        <source>does not read its answers</source>
        <translation>응답을 읽지 않음</translation>
    </message>
    <message>
        <source>reset by the other side</source>
        <translation>상대가 리셋함</translation>
    </message>
    <message>
        <source>descriptor beyond what the call holds</source>
        <translation>호출이 담지 못하는 파일 디스크립터</translation>
    </message>
    <message>
        <source>no descriptor was left</source>
        <translation>남은 파일 디스크립터가 없음</translation>
    </message>
    <message>
        <source>no thread could be made</source>
        <translation>스레드를 만들지 못함</translation>
    </message>
    <message>
        <source>a listener&apos;s port</source>
        <translation>리스너의 포트</translation>
    </message>
    <message>
        <source>a listener&apos;s port, SO_REUSEADDR</source>
        <translation>리스너의 포트, SO_REUSEADDR 사용</translation>
    </message>
    <message>
        <source>its port, SO_REUSEPORT on one side</source>
        <translation>그 포트, 한쪽만 SO_REUSEPORT</translation>
    </message>
    <message>
        <source>the same port of 127.0.0.2</source>
        <translation>127.0.0.2의 같은 포트</translation>
    </message>
    <message>
        <source>connecting to a listener&apos;s port</source>
        <translation>리스너의 포트에 연결</translation>
    </message>
    <message>
        <source>connecting where nobody listens</source>
        <translation>아무도 듣지 않는 포트에 연결</translation>
    </message>
    <message>
        <source>its port, SO_REUSEPORT on both sides</source>
        <translation>그 포트, 양쪽 모두 SO_REUSEPORT</translation>
    </message>
    <message>
        <source>a port in TIME_WAIT</source>
        <translation>TIME_WAIT 상태의 포트</translation>
    </message>
    <message>
        <source>a port in TIME_WAIT, SO_REUSEADDR</source>
        <translation>TIME_WAIT 상태의 포트, SO_REUSEADDR 사용</translation>
    </message>
    <message>
        <source>no process could be made</source>
        <translation>프로세스를 만들지 못함</translation>
    </message>
    <message>
        <source>wake-up {wake_up}: {read_bytes} read, {left_bytes} still wait in the kernel</source>
        <translation>{wake_up}번째 깨어남: {read_bytes}을(를) 읽었고 {left_bytes}이(가) 아직 커널에서 기다립니다</translation>
    </message>
    <message>
        <source>{arrived_bytes} arrived at once: wake-ups {wake_ups}, reads {reads}; {read_bytes} read, {left_bytes} left</source>
        <translation>{arrived_bytes}이(가) 한꺼번에 도착: 깨어남 {wake_ups}번, 읽기 {reads}번; {read_bytes} 읽음, {left_bytes} 남음</translation>
    </message>
    <message>
        <source>{left_bytes} wait in the kernel and nobody will be woken for them: their arrival was told once, and the reader stopped before nothing was left (EAGAIN)</source>
        <translation>{left_bytes}이(가) 커널에서 기다리지만 그 때문에 깨어날 프로세스가 없습니다. 도착은 한 번 알려졌고, 읽는 쪽은 남은 것이 없을 때(EAGAIN)까지 읽지 않고 멈췄습니다</translation>
    </message>
    <message>
        <source>{trigger}: arrivals {arrivals}, wake-ups {wake_ups}; {read_bytes} of {arrived_bytes} read, {left_bytes} left</source>
        <translation>{trigger}: 도착 {arrivals}번, 깨어남 {wake_ups}번; {arrived_bytes} 중 {read_bytes} 읽음, {left_bytes} 남음</translation>
    </message>
    <message>
        <source>arrival {arrival}: of {waiting} waiting processes {woken} were woken, {useful} found something</source>
        <translation>{arrival}번째 도착: 기다리던 프로세스 {waiting}개 중 {woken}개가 깨어났고 {useful}개가 무언가를 얻었습니다</translation>
    </message>
    <message>
        <source>{how}: arrivals {arrivals}, processes waiting for them {waiting}, wake-ups {woken}, of which {useful} found something</source>
        <translation>{how}: 도착 {arrivals}번, 기다리던 프로세스 {waiting}개, 깨어남 {woken}번, 그중 무언가를 얻은 것 {useful}번</translation>
    </message>
    <message>
        <source>level-triggered</source>
        <translation>레벨 트리거</translation>
    </message>
    <message>
        <source>edge-triggered</source>
        <translation>에지 트리거</translation>
    </message>
    <message>
        <source>edge-triggered, drained</source>
        <translation>에지 트리거, 모두 읽음</translation>
    </message>
    <message>
        <source>several in one instance</source>
        <translation>인스턴스 하나에 여럿</translation>
    </message>
    <message>
        <source>several in one instance, EPOLLONESHOT</source>
        <translation>인스턴스 하나에 여럿, EPOLLONESHOT</translation>
    </message>
    <message>
        <source>several instances</source>
        <translation>인스턴스 여럿</translation>
    </message>
    <message>
        <source>several instances, EPOLLEXCLUSIVE</source>
        <translation>인스턴스 여럿, EPOLLEXCLUSIVE</translation>
    </message>
    <message>
        <source>has dropped a datagram of {peer}: {reason}</source>
        <translation>{peer}의 데이터그램을 버림: {reason}</translation>
    </message>
    <message>
        <source>has dropped {count} more datagrams, {all} in all: {reason}</source>
        <translation>데이터그램 {count}개를 더 버림, 모두 {all}개: {reason}</translation>
    </message>
    <message>
        <source>{strategy}: {wake_ups} wake-ups for {events} events, {calls} system calls, {looked} descriptors looked at; requests came from {addresses} addresses to one socket</source>
        <translation>{strategy}: 사건 {events}개에 {wake_ups}번 깨어남, 시스템 호출 {calls}번, 살펴본 파일 디스크립터 {looked}개; 주소 {addresses}개에서 소켓 하나로 요청이 옴</translation>
    </message>
    <message>
        <source>of {asked} requests {answered} were answered and {given_up} given up after {timeout_us}, of which {late} were answered too late; {copies} answers came to what had been answered, {strangers} datagrams were strangers&apos;</source>
        <translation>요청 {asked}개 가운데 {answered}개가 응답받고 {given_up}개는 {timeout_us} 뒤에 포기함, 그중 {late}개는 응답이 너무 늦음; 이미 응답받은 것에 온 응답 {copies}개, 관계없는 상대의 데이터그램 {strangers}개</translation>
    </message>
    <message>
        <source>nobody listens on the server&apos;s port any more, as the kernel has sent back (ICMP): {error}</source>
        <translation>서버의 포트에서 기다리는 쪽이 더는 없다고 커널이 알려 옴(ICMP): {error}</translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Bytes at a time</source>
        <translation>한 번에 쓰는 바이트</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드 수</translation>
    </message>
    <message>
        <source>Forks</source>
        <translation>포크 횟수</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>유지 시간</translation>
    </message>
    <message>
        <source>Cut off after</source>
        <translation>끊기까지의 메시지</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>제한 시간</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도 횟수</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>강제 종료 횟수</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창 크기</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>작업자 수</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>백로그</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>기다리는 시간</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결 수</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>짧은 이름</translation>
    </message>
    <message>
        <source>Row of the curriculum</source>
        <translation>교과 과정의 항목</translation>
    </message>
    <message>
        <source>Shown first</source>
        <translation>먼저 보이는 것</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>볼 것</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>States observed</source>
        <translation>상태 관측</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본 수</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>메모리 예산</translation>
    </message>
    <message>
        <source>Safety limits</source>
        <translation>안전 한도</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유 객체</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>그 밖의 속성</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>스케줄링</translation>
    </message>
    <message>
        <source>Resource limits</source>
        <translation>자원 한도</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Wire between two hosts</source>
        <translation>두 호스트 사이의 회선</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP의 선택</translation>
    </message>
    <message>
        <source>Keep-alive of TCP</source>
        <translation>TCP 연결 유지 검사</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>안전</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Place on the canvas</source>
        <translation>캔버스에서의 자리</translation>
    </message>
    <message>
        <source>Capacity in bytes</source>
        <translation>용량: 바이트</translation>
    </message>
    <message>
        <source>Capacity in messages</source>
        <translation>용량: 메시지</translation>
    </message>
    <message>
        <source>Unbounded</source>
        <translation>무한 용량</translation>
    </message>
    <message>
        <source>Memory of a sender</source>
        <translation>송신자당 메모리</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>대역폭</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출 방식</translation>
    </message>
    <message>
        <source>Spins for</source>
        <translation>스핀 시간</translation>
    </message>
    <message>
        <source>Attached as</source>
        <translation>연결 방법</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Message type</source>
        <translation>메시지 유형</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>From</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>To</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Two hosts</source>
        <translation>두 호스트</translation>
    </message>
    <message>
        <source>Naming</source>
        <translation>명명</translation>
    </message>
    <message>
        <source>Receives next</source>
        <translation>다음 수신자</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>Synchronised by</source>
        <translation>동기화 도구</translation>
    </message>
    <message>
        <source>Times one in</source>
        <translation>시간을 재는 간격</translation>
    </message>
    <message>
        <source>Other direction of</source>
        <translation>반대 방향의 링크</translation>
    </message>
    <message>
        <source>Duplex</source>
        <translation>양방향</translation>
    </message>
    <message>
        <source>Launched by</source>
        <translation>생성 방법</translation>
    </message>
    <message>
        <source>Message size</source>
        <translation>메시지 크기</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>작업량</translation>
    </message>
    <message>
        <source>Nice value</source>
        <translation>나이스 값</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Must succeed</source>
        <translation>성공해야 함</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Start delay</source>
        <translation>시작 지연</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>스케줄링 정책</translation>
    </message>
    <message>
        <source>Real-time priority</source>
        <translation>실시간 우선순위</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>중요도</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Active connections</source>
        <translation>활동하는 연결</translation>
    </message>
    <message>
        <source>Connecting rate</source>
        <translation>연결 속도</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>도착 간격</translation>
    </message>
    <message>
        <source>Memory area</source>
        <translation>메모리 영역</translation>
    </message>
    <message>
        <source>Call semantics</source>
        <translation>호출 의미</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Overtaking</source>
        <translation>추월</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 시간</translation>
    </message>
    <message>
        <source>Address space</source>
        <translation>주소 공간</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>파일 크기</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>열린 파일 수</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>스택</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>First probe after</source>
        <translation>첫 검사까지</translation>
    </message>
    <message>
        <source>Then every</source>
        <translation>검사 간격</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>검사 횟수</translation>
    </message>
    <message>
        <source>Nagle&apos;s algorithm</source>
        <translation>네이글 알고리즘</translation>
    </message>
    <message>
        <source>Delayed acknowledgements</source>
        <translation>지연된 확인 응답</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>연결 유지 검사</translation>
    </message>
    <message>
        <source>Congestion control</source>
        <translation>혼잡 제어</translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation>송신 버퍼</translation>
    </message>
    <message>
        <source>Receive buffer</source>
        <translation>수신 버퍼</translation>
    </message>
    <message>
        <source>Writes a message</source>
        <translation>메시지당 쓰기</translation>
    </message>
    <message>
        <source>Equal processes</source>
        <translation>같은 프로세스의 수</translation>
    </message>
    <message>
        <source>Starts later</source>
        <translation>나중에 시작</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>memory, little-endian</source>
        <translation>메모리, 리틀 엔디언</translation>
    </message>
    <message>
        <source>memory, big-endian</source>
        <translation>메모리, 빅 엔디언</translation>
    </message>
    <message>
        <source>XDR (ONC RPC)</source>
        <translation>XDR(ONC RPC)</translation>
    </message>
    <message>
        <source>Protocol Buffers (gRPC)</source>
        <translation>Protocol Buffers(gRPC)</translation>
    </message>
    <message>
        <source>Thrift, binary</source>
        <translation>Thrift, 바이너리</translation>
    </message>
    <message>
        <source>Thrift, compact</source>
        <translation>Thrift, 컴팩트</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>grade</name>
    <message>
        <source>no answer:</source>
        <translation>답 없음:</translation>
    </message>
    <message>
        <source>%1: there is no .zip file in it</source>
        <translation>%1: 그 안에 .zip 파일이 없습니다</translation>
    </message>
    <message>
        <source>%1: is no exercise; `ipclab lab check` says why</source>
        <translation>%1: 실습이 아닙니다. 이유는 `ipclab lab check`가 알려 줍니다</translation>
    </message>
</context>
<context>
    <name>host</name>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>클럭 주파수</translation>
    </message>
    <message>
        <source>Virtualisation</source>
        <translation>가상화</translation>
    </message>
    <message>
        <source>Clock source</source>
        <translation>클럭 소스</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Mitigations</source>
        <translation>취약점 완화</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>한도</translation>
    </message>
</context>
<context>
    <name>ipclab::AddChartDialog</name>
    <message>
        <source>%1 (ready chart)</source>
        <translation>%1(준비된 차트)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>ends of links</source>
        <translation>링크의 끝</translation>
    </message>
    <message>
        <source>shared objects</source>
        <translation>공유 객체</translation>
    </message>
    <message>
        <source>processors</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>the whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>맞는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>each, a curve for each</source>
        <translation>각각 곡선 하나씩</translation>
    </message>
    <message>
        <source>all together, summed</source>
        <translation>모두 더한 값</translation>
    </message>
    <message>
        <source>Add chart</source>
        <translation>차트 추가</translation>
    </message>
    <message>
        <source>Search quantities</source>
        <translation>측정량 검색</translation>
    </message>
    <message>
        <source>Quantities that are kept over time</source>
        <translation>시간에 따라 기록되는 측정량</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>대상(&amp;O)</translation>
    </message>
    <message>
        <source>Whose quantity is charted</source>
        <translation>측정량을 그릴 대상</translation>
    </message>
    <message>
        <source>&amp;Add chart</source>
        <translation>차트 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Every word is looked for in names and meanings</source>
        <translation>모든 단어를 이름과 뜻에서 찾습니다</translation>
    </message>
    <message>
        <source>One of them, each of them, or all together</source>
        <translation>하나만, 각각, 또는 모두 합하여</translation>
    </message>
</context>
<context>
    <name>ipclab::AddressMap</name>
    <message>
        <source>%1 unused</source>
        <translation>%1 비어 있음</translation>
    </message>
    <message>
        <source>%1 in memory</source>
        <translation>%1 메모리에 있음</translation>
    </message>
    <message>
        <source>Thread stack</source>
        <translation>스레드 스택</translation>
    </message>
    <message>
        <source>Permissions: %1</source>
        <translation>권한: %1</translation>
    </message>
    <message>
        <source>Mappings: %1</source>
        <translation>매핑: %1</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>크기: %1</translation>
    </message>
    <message>
        <source>In memory: %1 (its own %2, shared %3)</source>
        <translation>메모리에 있음: %1 (자기 것 %2, 공유 %3)</translation>
    </message>
    <message>
        <source>Its fair share (PSS): %1</source>
        <translation>비례 몫 (PSS): %1</translation>
    </message>
    <message>
        <source>Swapped out: %1</source>
        <translation>스왑으로 나감: %1</translation>
    </message>
    <message>
        <source>A guard page lies below it.</source>
        <translation>그 아래에 보호 페이지가 있습니다.</translation>
    </message>
    <message>
        <source>Stack of %1</source>
        <translation>%1의 스택</translation>
    </message>
</context>
<context>
    <name>ipclab::AlignedRuns</name>
    <message>
        <source>their starts</source>
        <translation>시작 시점</translation>
    </message>
    <message>
        <source>first event: %1</source>
        <translation>첫 사건: %1</translation>
    </message>
    <message>
        <source>first event of %1: %2</source>
        <translation>%1의 첫 사건: %2</translation>
    </message>
    <message>
        <source>a moment chosen in each</source>
        <translation>기록마다 고른 순간</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Not the same %1: %2.</source>
        <translation>%1이(가) 다름: %2.</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>number of processors</source>
        <translation>프로세서 수</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>virtualization</source>
        <translation>가상화</translation>
    </message>
    <message>
        <source>a virtual machine</source>
        <translation>가상 머신</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>observer level</source>
        <translation>관측 수준</translation>
    </message>
    <message>
        <source>%1 ran another document than A.</source>
        <translation>%1은(는) A와 다른 문서를 실행했습니다.</translation>
    </message>
    <message>
        <source>%1 was cut off before its run had ended.</source>
        <translation>%1은(는) 실행이 끝나기 전에 끊겼습니다.</translation>
    </message>
    <message>
        <source>%1 has no such moment yet: it is aligned at its start.</source>
        <translation>%1에는 아직 그런 순간이 없습니다. 시작 시점에 맞춥니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::AnswerStrip</name>
    <message>
        <source>What the processes measure and tell stands here during the run.</source>
        <translation>실행하는 동안 프로세스가 재어 알려 주는 값이 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>Light or dark; as the desktop, it follows when that changes.</source>
        <translation>밝게 또는 어둡게. 데스크톱에 따르면 데스크톱이 바뀔 때 함께 바뀝니다.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱에 따름</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>Of all texts; experiments bring theirs in both.</source>
        <translation>모든 글의 언어. 실험에는 두 언어가 다 들어 있습니다.</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>글자 크기(&amp;X)</translation>
    </message>
    <message>
        <source>Of the desktop&apos;s own size, everywhere: charts and canvas as well.</source>
        <translation>데스크톱의 글자 크기에 대한 비율. 차트와 캔버스에도 적용됩니다.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Sizes in</source>
        <translation>크기 단위(&amp;S)</translation>
    </message>
    <message>
        <source>How sizes and rates are written. Exported data are plain numbers.</source>
        <translation>크기와 전송률을 적는 단위. 내보낸 데이터에는 단위 없는 숫자가 적힙니다.</translation>
    </message>
    <message>
        <source>KiB, MiB: powers of 1,024</source>
        <translation>KiB, MiB: 1,024의 거듭제곱</translation>
    </message>
    <message>
        <source>kB, MB: powers of 1,000</source>
        <translation>kB, MB: 1,000의 거듭제곱</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>움직임(&amp;M)</translation>
    </message>
    <message>
        <source>Reduced: nothing glides or blinks; what changes is shown where it is.</source>
        <translation>줄임: 미끄러지거나 깜박이는 것이 없고, 바뀐 것은 그 자리에 바로 보입니다.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>줄임</translation>
    </message>
</context>
<context>
    <name>ipclab::AxisRow</name>
    <message>
        <source>Values of %1</source>
        <translation>%1의 값</translation>
    </message>
    <message>
        <source>as 64, 4096 or 64..65536*4</source>
        <translation>예: 64, 4096 또는 64..65536*4</translation>
    </message>
    <message>
        <source>Values with commas between; 1..8 are whole numbers, 0..100+25 steps, 64..65536*4 factors</source>
        <translation>쉼표로 구분한 값. 1..8은 정수들, 0..100+25는 25씩, 64..65536*4는 4배씩</translation>
    </message>
    <message>
        <source>Values that suit %1</source>
        <translation>%1에 알맞은 값</translation>
    </message>
    <message>
        <source>Values that suit it</source>
        <translation>알맞은 값</translation>
    </message>
    <message>
        <source>Do not vary %1</source>
        <translation>%1을(를) 바꾸지 않기</translation>
    </message>
    <message>
        <source>Do not vary it</source>
        <translation>바꾸지 않기</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s): </source>
        <translation>
            <numerusform>값 %n개: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ipclab::AxisRows</name>
    <message>
        <source>Vary another property…</source>
        <translation>바꿀 속성 추가…</translation>
    </message>
    <message>
        <source>Property to vary</source>
        <translation>바꿀 속성</translation>
    </message>
    <message>
        <source>Any property of the open experiment, found by a part of its name</source>
        <translation>열린 실험의 모든 속성을 이름의 일부로 찾습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::BytesTab</name>
    <message>
        <source>Bytes and what they are</source>
        <translation>바이트와 그 뜻</translation>
    </message>
</context>
<context>
    <name>ipclab::CallLanes</name>
    <message>
        <source>%1: %2, begun %3 after the call began</source>
        <translation>%1: %2, 호출 시작 %3 뒤에 시작</translation>
    </message>
</context>
<context>
    <name>ipclab::CallStepsView</name>
    <message>
        <source>The call before.</source>
        <translation>앞의 호출입니다.</translation>
    </message>
    <message>
        <source>The next call; after the last one the newest is followed.</source>
        <translation>다음 호출입니다. 마지막 호출 뒤에는 가장 새로운 호출을 따라갑니다.</translation>
    </message>
    <message>
        <source>Call before</source>
        <translation>앞의 호출</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>다음 호출</translation>
    </message>
    <message>
        <source>Client and server</source>
        <translation>클라이언트와 서버</translation>
    </message>
    <message>
        <source>By</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>After the first step of the call began.</source>
        <translation>호출의 첫 단계가 시작된 때부터입니다.</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Run it: the steps of the newest call appear here.</source>
        <translation>실행하면 가장 새로운 호출의 단계가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>호출 %1</translation>
    </message>
    <message>
        <source>call %1, the newest</source>
        <translation>호출 %1, 가장 새로운 것</translation>
    </message>
    <message>
        <source>Whose call is shown</source>
        <translation>호출을 표시할 쌍</translation>
    </message>
</context>
<context>
    <name>ipclab::CanvasEditing</name>
    <message>
        <source>Line %1: </source>
        <translation>%1행: </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 추가</translation>
    </message>
    <message>
        <source>Add an end</source>
        <translation>링크 끝 추가</translation>
    </message>
    <message>
        <source>Draw a link</source>
        <translation>링크 그리기</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>This cannot be pasted as parts of an experiment.</source>
        <translation>실험의 구성 요소로 붙여넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy parts of the canvas, or of a file.</source>
        <translation>클립보드에 글이 없습니다. 캔버스나 파일의 일부를 복사하세요.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Arrange automatically</source>
        <translation>자동 배치</translation>
    </message>
    <message>
        <source>Make a group</source>
        <translation>그룹 만들기</translation>
    </message>
    <message>
        <source>Change a group</source>
        <translation>그룹 바꾸기</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>그룹 풀기</translation>
    </message>
</context>
<context>
    <name>ipclab::CanvasHand</name>
    <message>
        <source>To a program that is to receive from it</source>
        <translation>이 링크에서 받을 프로그램으로</translation>
    </message>
    <message>
        <source>To a program, or to a link that it is to send on</source>
        <translation>프로그램으로, 또는 이 프로그램이 보낼 링크로</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>불가능: %1</translation>
    </message>
    <message>
        <source>%1 also receives from %2</source>
        <translation>%1도 %2에서 받습니다</translation>
    </message>
    <message>
        <source>%1 also sends on %2</source>
        <translation>%1도 %2(으)로 보냅니다</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%1 cannot be between these two.</source>
        <translation>이 둘 사이에는 %1을(를) 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::CanvasPicture</name>
    <message>
        <source>%1 messages/s</source>
        <translation>메시지 %1개/s</translation>
    </message>
    <message>
        <source>%1 of work</source>
        <translation>작업 %1</translation>
    </message>
</context>
<context>
    <name>ipclab::CanvasView</name>
    <message>
        <source>Canvas: programs and links of the experiment</source>
        <translation>캔버스: 실험의 프로그램과 링크</translation>
    </message>
    <message>
        <source>Nothing is selected. The arrow keys select.</source>
        <translation>선택된 것이 없습니다. 화살표 키로 선택합니다.</translation>
    </message>
    <message>
        <source>%1 not started</source>
        <translation>%1 시작 전</translation>
    </message>
    <message>
        <source>%1 processes, %2 links: %3</source>
        <translation>프로세스 %1개, 링크 %2개: %3</translation>
    </message>
    <message>
        <source>Drag a program from the list of programs here, or double-click one there.</source>
        <translation>프로그램 목록에서 이곳으로 끌어다 놓거나, 목록에서 두 번 누르세요.</translation>
    </message>
    <message>
        <source>Nothing is here yet.</source>
        <translation>아직 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>%1 parts are selected.</source>
        <translation>%1개가 선택되었습니다.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::CanvasWords</name>
    <message>
        <source>default capacity</source>
        <translation>기본 용량</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 대기 중</translation>
    </message>
    <message>
        <source>%1 of %2 messages</source>
        <translation>메시지 %1 / %2개</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1개 수신</translation>
    </message>
    <message>
        <source>%1 messages/s</source>
        <translation>메시지 %1개/s</translation>
    </message>
    <message>
        <source>no room: a rendezvous</source>
        <translation>무용량: 랑데부</translation>
    </message>
    <message>
        <source>%1 corrupted</source>
        <translation>%1개 손상</translation>
    </message>
    <message>
        <source>%1 lost: %2 %</source>
        <translation>%1개 손실: %2 %</translation>
    </message>
    <message>
        <source>%1 repeated</source>
        <translation>%1개 중복</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>starts later</source>
        <translation>나중에 시작</translation>
    </message>
    <message>
        <source>%1 of 1 message</source>
        <translation>메시지 %1 / 1개</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>무한 용량</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>%1 안에</translation>
    </message>
</context>
<context>
    <name>ipclab::ChartHandles</name>
    <message>
        <source>Unfold this chart</source>
        <translation>이 차트 펼치기</translation>
    </message>
    <message>
        <source>Fold this chart to its title</source>
        <translation>이 차트를 제목만 남기고 접기</translation>
    </message>
    <message>
        <source>Show all charts again</source>
        <translation>모든 차트 다시 보기</translation>
    </message>
    <message>
        <source>Give this chart all the room</source>
        <translation>이 차트를 전체 크기로 보기</translation>
    </message>
    <message>
        <source>Remove this chart; the menu Charts brings it back</source>
        <translation>이 차트 제거 (차트 메뉴에서 다시 꺼낼 수 있음)</translation>
    </message>
</context>
<context>
    <name>ipclab::ChartPage</name>
    <message>
        <source>Live: the last %1</source>
        <translation>실시간: 최근 %1</translation>
    </message>
    <message>
        <source>Frozen: press End to follow</source>
        <translation>고정됨: End 키로 따라가기</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Charts on one time axis</source>
        <translation>하나의 시간축을 쓰는 차트</translation>
    </message>
    <message>
        <source>Free&amp;ze</source>
        <translation>고정(&amp;Z)</translation>
    </message>
    <message>
        <source>Hold the picture still; data goes on being taken</source>
        <translation>화면을 멈춥니다. 데이터는 계속 수집됩니다</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>따라가기(&amp;F)</translation>
    </message>
    <message>
        <source>Go back to the present and follow it</source>
        <translation>현재로 돌아가 계속 따라갑니다</translation>
    </message>
    <message>
        <source>Fit &amp;whole run</source>
        <translation>전체 실행 맞춤(&amp;W)</translation>
    </message>
    <message>
        <source>Show the run from its start until now</source>
        <translation>실행을 처음부터 지금까지 보여 줍니다</translation>
    </message>
    <message>
        <source>Marker &amp;A</source>
        <translation>표식 &amp;A</translation>
    </message>
    <message>
        <source>Put marker A at the crosshair</source>
        <translation>십자선 위치에 표식 A를 둡니다</translation>
    </message>
    <message>
        <source>Marker &amp;B</source>
        <translation>표식 &amp;B</translation>
    </message>
    <message>
        <source>Put marker B at the crosshair and compare with A</source>
        <translation>십자선 위치에 표식 B를 두고 A와 비교합니다</translation>
    </message>
    <message>
        <source>&amp;Clear markers</source>
        <translation>표식 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Take both markers away</source>
        <translation>두 표식을 모두 지웁니다</translation>
    </message>
    <message>
        <source>Pan &amp;left</source>
        <translation>왼쪽으로 이동(&amp;L)</translation>
    </message>
    <message>
        <source>Move to earlier times</source>
        <translation>앞선 시간으로 이동합니다</translation>
    </message>
    <message>
        <source>Pan &amp;right</source>
        <translation>오른쪽으로 이동(&amp;R)</translation>
    </message>
    <message>
        <source>Move to later times</source>
        <translation>나중 시간으로 이동합니다</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Show less time in more detail</source>
        <translation>짧은 시간을 더 자세히 봅니다</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>더 긴 시간을 봅니다</translation>
    </message>
    <message>
        <source>Crosshair left</source>
        <translation>십자선 왼쪽으로</translation>
    </message>
    <message>
        <source>Move the crosshair to earlier times</source>
        <translation>십자선을 앞선 시간으로 옮깁니다</translation>
    </message>
    <message>
        <source>Crosshair right</source>
        <translation>십자선 오른쪽으로</translation>
    </message>
    <message>
        <source>Move the crosshair to later times</source>
        <translation>십자선을 나중 시간으로 옮깁니다</translation>
    </message>
    <message>
        <source>Co&amp;py charts</source>
        <translation>차트 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy all charts as a picture</source>
        <translation>모든 차트를 그림으로 복사합니다</translation>
    </message>
    <message>
        <source>&amp;Copy this chart</source>
        <translation>이 차트 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export this chart…</source>
        <translation>이 차트 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Frozen: press End to return</source>
        <translation>고정됨: End 키로 돌아가기</translation>
    </message>
    <message>
        <source>Finished: the whole run</source>
        <translation>끝남: 실행 전체</translation>
    </message>
    <message>
        <source>Finished: the last %1</source>
        <translation>끝남: 마지막 %1</translation>
    </message>
    <message>
        <source>&amp;Enlarge chart</source>
        <translation>차트 확대(&amp;E)</translation>
    </message>
    <message>
        <source>Give one chart all the room, and back</source>
        <translation>차트 하나를 전체 크기로 보거나 되돌립니다</translation>
    </message>
    <message>
        <source>Fold &amp;chart</source>
        <translation>차트 접기(&amp;C)</translation>
    </message>
    <message>
        <source>Fold one chart to its title, and back</source>
        <translation>차트 하나를 제목만 남기고 접거나 펼칩니다</translation>
    </message>
    <message>
        <source>Move chart &amp;up</source>
        <translation>차트를 위로(&amp;U)</translation>
    </message>
    <message>
        <source>Move one chart above the one before it</source>
        <translation>차트 하나를 앞 차트의 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Move chart &amp;down</source>
        <translation>차트를 아래로(&amp;D)</translation>
    </message>
    <message>
        <source>Move one chart below the next one</source>
        <translation>차트 하나를 다음 차트의 아래로 옮깁니다</translation>
    </message>
    <message>
        <source>Remove this chart</source>
        <translation>이 차트 제거</translation>
    </message>
    <message>
        <source>Frozen · End</source>
        <translation>고정됨 · End</translation>
    </message>
    <message>
        <source>&amp;About this chart</source>
        <translation>이 차트에 대하여(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;all charts</source>
        <translation>모든 차트 복사(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ipclab::ChartPicture</name>
    <message>
        <source>%1 between A (%2) and B (%3), Δt = %4</source>
        <translation>%1, A(%2)와 B(%3) 사이, Δt = %4</translation>
    </message>
</context>
<context>
    <name>ipclab::ChartStatistics</name>
    <message>
        <source>A at %1, B at %2: Δt = %3</source>
        <translation>A %1, B %2: Δt = %3</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
</context>
<context>
    <name>ipclab::ChartsPanel</name>
    <message>
        <source>&amp;Add chart…</source>
        <translation>차트 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose any quantity that is kept over time, and chart it</source>
        <translation>시간에 따라 기록되는 측정량을 골라 차트로 그립니다</translation>
    </message>
    <message>
        <source>Last run as &amp;baseline</source>
        <translation>지난 실행을 기준선으로(&amp;B)</translation>
    </message>
    <message>
        <source>Show the curves of the last run of this experiment faintly behind those of this one</source>
        <translation>이 실험의 지난 실행의 곡선을 이번 곡선 뒤에 흐리게 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>ipclab::ClaimTable</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>반박됨</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>측정 중…</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>주장</translation>
    </message>
    <message>
        <source>Verdict here</source>
        <translation>이 컴퓨터의 판정</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정 방법</translation>
    </message>
</context>
<context>
    <name>ipclab::ClaimsPage</name>
    <message>
        <source>Measuring. Other work on this machine disturbs it.</source>
        <translation>측정 중입니다. 이 컴퓨터에서 다른 일을 하면 방해가 됩니다.</translation>
    </message>
    <message>
        <source>Claims measured: %1</source>
        <translation>측정한 주장: %1</translation>
    </message>
    <message>
        <source>Stopped. Claims measured: %1</source>
        <translation>중지했습니다. 측정한 주장: %1</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>다시 측정</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Copied: %1 claims as JSON</source>
        <translation>복사함: 주장 %1개를 JSON으로</translation>
    </message>
    <message>
        <source>What textbooks and course notes claim, measured on this machine. A verdict is given only where the whole 95 % interval lies on one side.</source>
        <translation>교과서와 강의 노트의 주장을 이 컴퓨터에서 측정합니다. 95% 구간 전체가 한쪽에 있을 때만 판정합니다.</translation>
    </message>
    <message>
        <source>Measure all</source>
        <translation>모두 측정</translation>
    </message>
    <message>
        <source>Takes some minutes</source>
        <translation>몇 분 걸립니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON으로 복사</translation>
    </message>
    <message>
        <source>Table of claims</source>
        <translation>주장 표</translation>
    </message>
    <message>
        <source>Details of the claim</source>
        <translation>주장의 자세한 내용</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>측정 진행</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>아직 측정하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::ColumnsPage</name>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>표(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>열(&amp;C)</translation>
    </message>
    <message>
        <source>Those that are ticked are seen; the menu of the table&apos;s head has them as well.</source>
        <translation>선택한 열만 보입니다. 표 머리글의 메뉴에서도 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Columns as at &amp;first</source>
        <translation>처음의 열로(&amp;F)</translation>
    </message>
</context>
<context>
    <name>ipclab::CommandList</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not now. %1</source>
        <translation>지금은 할 수 없음. %1</translation>
    </message>
</context>
<context>
    <name>ipclab::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>What do you want to do, open or show?</source>
        <translation>무엇을 하거나 열거나 볼까요?</translation>
    </message>
    <message>
        <source>Search everything the window can do</source>
        <translation>창이 할 수 있는 모든 것에서 찾기</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Nothing is called that. Try another word, in English too.</source>
        <translation>그런 이름이 없습니다. 다른 낱말로, 영어로도 찾아보십시오.</translation>
    </message>
</context>
<context>
    <name>ipclab::CommonParts</name>
    <message>
        <source>The experiment: programs and the links between them, as they were set.</source>
        <translation>실험: 프로그램과 그 사이의 링크, 설정한 그대로.</translation>
    </message>
    <message>
        <source>Timed steps that change something while it runs: %1. The document says which.</source>
        <translation>실행 중에 무언가를 바꾸는 시간 지정 단계: %1개. 어떤 단계인지는 문서에 있습니다.</translation>
    </message>
    <message>
        <source>The programs.</source>
        <translation>프로그램.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>생성 방법</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>최대 속도</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>그 밖에 %1개.</translation>
    </message>
    <message>
        <source>The links.</source>
        <translation>링크.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>From</source>
        <translation>보내는 쪽</translation>
    </message>
    <message>
        <source>To</source>
        <translation>받는 쪽</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>무한</translation>
    </message>
    <message>
        <source>the system&apos;s usual</source>
        <translation>시스템 기본값</translation>
    </message>
    <message>
        <source>Nothing: no warning was given.</source>
        <translation>없음: 경고가 없었습니다.</translation>
    </message>
    <message>
        <source>Saved as a file whose name ends in .ipclab.json, `ipclab run` runs it again.</source>
        <translation>이름이 .ipclab.json으로 끝나는 파일로 저장하면 `ipclab run`이 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정 시각</translation>
    </message>
    <message>
        <source>The run was not kept as a file, so there is no hash of one.</source>
        <translation>이 실행은 파일로 보관되지 않아 해시가 없습니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>`sha256sum` tells of a file whether it is the one that this was made of.</source>
        <translation>어떤 파일이 이 보고서의 바탕이 된 파일인지는 `sha256sum`으로 확인할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::CompareDialog</name>
    <message numerus="yes">
        <source>Copied: %n row(s)</source>
        <translation>
            <numerusform>복사함: %n행</numerusform>
        </translation>
    </message>
    <message>
        <source>None of it can be measured here: %1</source>
        <translation>여기서는 아무것도 측정할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>측정했습니다.</translation>
    </message>
    <message>
        <source>Stopped. What is measured stays, and can be gone on with.</source>
        <translation>중지했습니다. 측정한 것은 남아 있으며 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>It could not be kept, so it was stopped: %1</source>
        <translation>보관할 수 없어 중지했습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are marked: their repeats disagree, or other work disturbed them.</source>
        <translation>
            <numerusform>칸 %n개에 표시가 있습니다. 반복이 서로 어긋나거나 다른 작업이 방해했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 cells × %2 repeats = %3 runs, about %4</source>
        <translation>칸 %1개 × 반복 %2번 = 실행 %3번, 약 %4</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be measured here. %1: %2</source>
        <translation>
            <numerusform>칸 %n개는 여기서 측정할 수 없습니다. %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%2번 중 %1번째: %3</translation>
    </message>
    <message>
        <source>(warming up, thrown away)</source>
        <translation>(준비 실행, 버림)</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>약 %1 남음</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>이어서 측정</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message numerus="yes">
        <source>Measure %n marked cell(s) again</source>
        <translation>
            <numerusform>표시된 칸 %n개 다시 측정</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>보관 파일: %1</translation>
    </message>
    <message>
        <source>Stop what is measured before you open another.</source>
        <translation>다른 것을 열기 전에 측정을 중지하십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>%1을(를) 열었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Opened %1. %n cell(s) are not measured to the end: it can be gone on with.</source>
        <translation>
            <numerusform>%1을(를) 열었습니다. 칸 %n개가 끝까지 측정되지 않았으며 이어서 할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sweep and compare</source>
        <translation>스윕과 비교</translation>
    </message>
    <message>
        <source>Runs every cell so often as is said, the repeats of all cells in turn</source>
        <translation>모든 칸을 정한 횟수만큼, 칸들의 반복을 번갈아 실행합니다</translation>
    </message>
    <message>
        <source>They begin anew; what they gave stays in the file and counts no more</source>
        <translation>처음부터 다시 합니다. 이전 값은 파일에 남지만 더는 세지 않습니다</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>A sweep that was kept (*.sweep), to look at or to go on with</source>
        <translation>보관된 스윕(*.sweep)을 보거나 이어서 합니다</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>차트 저장…</translation>
    </message>
    <message>
        <source>What is shown, as PNG, SVG or PDF</source>
        <translation>보이는 것을 PNG, SVG, PDF로</translation>
    </message>
    <message>
        <source>Save data…</source>
        <translation>데이터 저장…</translation>
    </message>
    <message>
        <source>The table as CSV or JSON, or the sweep itself, to be opened here again</source>
        <translation>표를 CSV나 JSON으로, 또는 여기서 다시 열 수 있는 스윕 자체를</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>All rows with their titles, for a spreadsheet; more in the table&apos;s own menu</source>
        <translation>제목과 모든 행을 스프레드시트용으로 복사합니다. 다른 형식은 표의 메뉴에 있습니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>측정 진행</translation>
    </message>
    <message>
        <source>Nothing measured yet. Other work on this machine disturbs what is measured.</source>
        <translation>아직 측정한 것이 없습니다. 이 컴퓨터의 다른 작업이 측정을 방해합니다.</translation>
    </message>
    <message>
        <source>%1 could not be replaced</source>
        <translation>%1을(를) 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>Open a sweep</source>
        <translation>스윕 열기</translation>
    </message>
    <message>
        <source>Sweeps (*.sweep);;All files (*)</source>
        <translation>스윕 (*.sweep);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>The chart could not be saved: %1</source>
        <translation>차트를 저장할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>데이터 저장</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>스윕</translation>
    </message>
    <message>
        <source>The data could not be saved: %1</source>
        <translation>데이터를 저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>보고서…</translation>
    </message>
    <message>
        <source>A report of this sweep to hand in, as HTML or PDF</source>
        <translation>이 스윕의 보고서를 HTML이나 PDF로 만듭니다</translation>
    </message>
</context>
<context>
    <name>ipclab::ControlRows</name>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>The kernel&apos;s own word for it.</source>
        <translation>커널이 부르는 이름입니다.</translation>
    </message>
    <message>
        <source>R: running or ready</source>
        <translation>R: 실행 중이거나 준비됨</translation>
    </message>
    <message>
        <source>S: asleep, a signal wakes it</source>
        <translation>S: 잠듦, 시그널로 깨어남</translation>
    </message>
    <message>
        <source>D: asleep in the kernel, nothing wakes it</source>
        <translation>D: 커널 안에서 잠듦, 아무것도 깨우지 못함</translation>
    </message>
    <message>
        <source>I: idle kernel thread</source>
        <translation>I: 유휴 커널 스레드</translation>
    </message>
    <message>
        <source>T: stopped by a signal</source>
        <translation>T: 시그널로 멈춤</translation>
    </message>
    <message>
        <source>t: stopped by a debugger</source>
        <translation>t: 디버거가 멈춤</translation>
    </message>
    <message>
        <source>Z: zombie, not yet waited for</source>
        <translation>Z: 좀비, 아직 거두어지지 않음</translation>
    </message>
    <message>
        <source>X: dead</source>
        <translation>X: 죽음</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>프로세스가 끝났습니다</translation>
    </message>
    <message>
        <source>this kernel does not tell it</source>
        <translation>이 커널은 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>needs the right to trace it (ptrace)</source>
        <translation>추적 권한(ptrace)이 필요합니다</translation>
    </message>
    <message>
        <source>it has no address space: a zombie or a kernel thread</source>
        <translation>주소 공간이 없습니다: 좀비이거나 커널 스레드</translation>
    </message>
    <message>
        <source>the thread has ended</source>
        <translation>스레드가 끝났습니다</translation>
    </message>
    <message>
        <source>the thread ended before it could be looked at</source>
        <translation>살펴보기 전에 스레드가 끝났습니다</translation>
    </message>
    <message>
        <source>the thread does not stop: it is inside the kernel, in a wait that nothing interrupts</source>
        <translation>스레드가 멈추지 않습니다. 커널 안에서 중단할 수 없는 대기 중입니다</translation>
    </message>
    <message>
        <source>the system does not permit it, or another debugger holds the process</source>
        <translation>시스템이 허용하지 않거나 다른 디버거가 붙어 있습니다</translation>
    </message>
    <message>
        <source>the registers of this architecture are not supported</source>
        <translation>이 아키텍처의 레지스터는 지원하지 않습니다</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>신원</translation>
    </message>
    <message>
        <source>Process number</source>
        <translation>프로세스 식별자(PID)</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>부모</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Process group</source>
        <translation>프로세스 그룹</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Traced by</source>
        <translation>추적하는 프로세스</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Number in its namespace</source>
        <translation>네임스페이스 안의 번호</translation>
    </message>
    <message>
        <source>Executable</source>
        <translation>실행 파일</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>명령줄</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>작업 디렉터리</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Wait channel</source>
        <translation>대기 채널</translation>
    </message>
    <message>
        <source>The function of the kernel it sleeps in.</source>
        <translation>잠들어 있는 커널 함수입니다.</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>시스템 호출</translation>
    </message>
    <message>
        <source>none told: it runs</source>
        <translation>알 수 없음: 실행 중</translation>
    </message>
    <message>
        <source>in none</source>
        <translation>호출 중이 아님</translation>
    </message>
    <message>
        <source>Last on CPU</source>
        <translation>마지막 CPU</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>스케줄링</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>Nice</source>
        <translation>나이스</translation>
    </message>
    <message>
        <source>−20: most of the processor, 19: least.</source>
        <translation>−20: 프로세서를 가장 많이, 19: 가장 적게.</translation>
    </message>
    <message>
        <source>Real-time priority</source>
        <translation>실시간 우선순위</translation>
    </message>
    <message>
        <source>1 … 99 of SCHED_FIFO and SCHED_RR; 0: none.</source>
        <translation>SCHED_FIFO와 SCHED_RR은 1 … 99, 0은 없음.</translation>
    </message>
    <message>
        <source>Time slice asked for</source>
        <translation>요청한 타임 슬라이스</translation>
    </message>
    <message>
        <source>Kernel&apos;s priority</source>
        <translation>커널 우선순위</translation>
    </message>
    <message>
        <source>Allowed CPUs</source>
        <translation>허용된 CPU</translation>
    </message>
    <message>
        <source>Allowed memory nodes</source>
        <translation>허용된 메모리 노드</translation>
    </message>
    <message>
        <source>Switches, own</source>
        <translation>문맥 교환, 자발적</translation>
    </message>
    <message>
        <source>Switches, forced</source>
        <translation>문맥 교환, 강제</translation>
    </message>
    <message>
        <source>Accounting</source>
        <translation>회계</translation>
    </message>
    <message>
        <source>CPU, user mode</source>
        <translation>CPU, 사용자 모드</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>CPU, kernel mode</source>
        <translation>CPU, 커널 모드</translation>
    </message>
    <message>
        <source>On the processor</source>
        <translation>프로세서에서 실행</translation>
    </message>
    <message>
        <source>Of the main thread, exact.</source>
        <translation>주 스레드의 정확한 값입니다.</translation>
    </message>
    <message>
        <source>Ready, but not on it</source>
        <translation>준비되었으나 기다림</translation>
    </message>
    <message>
        <source>Run delay of the main thread, exact.</source>
        <translation>주 스레드의 실행 지연, 정확한 값입니다.</translation>
    </message>
    <message>
        <source>Time slices</source>
        <translation>타임 슬라이스 횟수</translation>
    </message>
    <message>
        <source>Page faults, minor</source>
        <translation>부 페이지 폴트</translation>
    </message>
    <message>
        <source>Served from memory: a page was only entered into its tables, or copied.</source>
        <translation>메모리에서 해결: 페이지를 표에 올리거나 복사하기만 했습니다.</translation>
    </message>
    <message>
        <source>Page faults, major</source>
        <translation>주 페이지 폴트</translation>
    </message>
    <message>
        <source>A page had to be read from disk.</source>
        <translation>페이지를 디스크에서 읽어야 했습니다.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Address space</source>
        <translation>주소 공간</translation>
    </message>
    <message>
        <source>Address space, peak</source>
        <translation>주소 공간, 최대</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>상주</translation>
    </message>
    <message>
        <source>Resident, peak</source>
        <translation>상주, 최대</translation>
    </message>
    <message>
        <source>Resident, anonymous</source>
        <translation>상주, 익명</translation>
    </message>
    <message>
        <source>Resident, of files</source>
        <translation>상주, 파일</translation>
    </message>
    <message>
        <source>Resident, shared memory</source>
        <translation>상주, 공유 메모리</translation>
    </message>
    <message>
        <source>Private data</source>
        <translation>자기 데이터</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>스택</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Page tables</source>
        <translation>페이지 테이블</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>고정됨</translation>
    </message>
    <message>
        <source>Swapped out</source>
        <translation>스왑으로 나감</translation>
    </message>
    <message>
        <source>Out-of-memory score</source>
        <translation>메모리 부족 점수</translation>
    </message>
    <message>
        <source>%1, adjusted by %2</source>
        <translation>%1, 조정값 %2</translation>
    </message>
    <message>
        <source>The higher, the sooner it is ended when memory runs out.</source>
        <translation>높을수록 메모리가 모자랄 때 먼저 종료됩니다.</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>입출력</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>By read and the like, wherever it came from.</source>
        <translation>어디서 왔든 read 계열 호출로 읽은 양입니다.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>씀</translation>
    </message>
    <message>
        <source>Read calls</source>
        <translation>읽기 호출</translation>
    </message>
    <message>
        <source>Write calls</source>
        <translation>쓰기 호출</translation>
    </message>
    <message>
        <source>Read from disk</source>
        <translation>디스크에서 읽음</translation>
    </message>
    <message>
        <source>Written to disk</source>
        <translation>디스크에 씀</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>real %1, effective %2, saved %3, files %4</source>
        <translation>실제 %1, 유효 %2, 저장 %3, 파일 %4</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Further groups</source>
        <translation>추가 그룹</translation>
    </message>
    <message>
        <source>%1 of them</source>
        <translation>%1개</translation>
    </message>
    <message>
        <source>Capabilities, effective</source>
        <translation>케이퍼빌리티, 유효</translation>
    </message>
    <message>
        <source>Capabilities, at most</source>
        <translation>케이퍼빌리티, 상한</translation>
    </message>
    <message>
        <source>May gain no rights</source>
        <translation>권한 추가 금지</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>System call filter</source>
        <translation>시스템 호출 필터</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>엄격</translation>
    </message>
    <message>
        <source>on (seccomp filter)</source>
        <translation>켜짐 (seccomp 필터)</translation>
    </message>
    <message>
        <source>Mask for new files</source>
        <translation>새 파일 마스크</translation>
    </message>
    <message>
        <source>Namespaces and cgroup</source>
        <translation>네임스페이스와 cgroup</translation>
    </message>
    <message>
        <source>Control group</source>
        <translation>제어 그룹</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation>네임스페이스 %1</translation>
    </message>
    <message>
        <source>Processes with the same number share it.</source>
        <translation>번호가 같은 프로세스들이 함께 씁니다.</translation>
    </message>
    <message>
        <source>the call chain is longer than what is shown</source>
        <translation>호출 사슬이 표시할 수 있는 것보다 깁니다</translation>
    </message>
    <message>
        <source>its mappings cannot be read any more</source>
        <translation>매핑을 더는 읽을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::CostJob</name>
    <message>
        <source>ipclab-worker could not be started: %1</source>
        <translation>ipclab-worker를 시작할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>ipclab-worker ended before everything was measured</source>
        <translation>모두 측정하기 전에 ipclab-worker가 끝났습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::CostRun</name>
    <message>
        <source>stopped before everything was measured</source>
        <translation>모두 측정하기 전에 멈췄습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::CostsDialog</name>
    <message>
        <source>Medians of %1, with their 95 % intervals.</source>
        <translation>%1회의 중앙값과 95 % 신뢰 구간.</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>threads of one process</source>
        <translation>한 프로세스의 스레드</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>the same core</source>
        <translation>같은 코어</translation>
    </message>
    <message>
        <source>two cores</source>
        <translation>두 코어</translation>
    </message>
    <message>
        <source>Costs of processes</source>
        <translation>프로세스의 비용</translation>
    </message>
    <message>
        <source>fork copies the page tables of its caller, so it costs more the more memory that has; vfork, posix_spawn and a thread share them. Each is done many times, in turns.</source>
        <translation>fork는 부르는 쪽의 페이지 테이블을 복사하므로 메모리가 많을수록 비쌉니다. vfork, posix_spawn, 스레드는 공유합니다. 각각을 번갈아 여러 번 합니다.</translation>
    </message>
    <message>
        <source>Costs of switching</source>
        <translation>문맥 교환 비용</translation>
    </message>
    <message>
        <source>Costs of making a process</source>
        <translation>프로세스 생성 비용</translation>
    </message>
    <message>
        <source>Switching between</source>
        <translation>문맥 교환 대상</translation>
    </message>
    <message>
        <source>on</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>A switch</source>
        <translation>문맥 교환 한 번</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>왕복</translation>
    </message>
    <message>
        <source>of that its system calls</source>
        <translation>그중 시스템 호출</translation>
    </message>
    <message>
        <source>Nothing measured yet. It takes some seconds and up to 256 MiB of memory.</source>
        <translation>아직 측정하지 않았습니다. 몇 초와 최대 256 MiB의 메모리가 듭니다.</translation>
    </message>
    <message>
        <source>Making one, until its end is known</source>
        <translation>하나를 만들고 끝을 알 때까지</translation>
    </message>
    <message>
        <source>resident memory of the parent</source>
        <translation>부모의 상주 메모리</translation>
    </message>
    <message>
        <source>Press Measure: how long fork, vfork, posix_spawn and a thread take on this machine, against the memory of the process that calls them.</source>
        <translation>측정을 누르세요: 이 컴퓨터에서 fork, vfork, posix_spawn, 스레드가 얼마나 걸리는지, 부르는 프로세스의 메모리에 따라 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::CurveChart</name>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>로그 축(&amp;L)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>min</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>&amp;Scale without short peaks</source>
        <translation>짧은 봉우리를 뺀 눈금(&amp;S)</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>%1 · zoomed: a double click takes it back</source>
        <translation>%1 · 확대됨: 두 번 클릭하면 되돌아갑니다</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>mean of each %1</source>
        <translation>%1마다의 평균</translation>
    </message>
    <message>
        <source>&amp;Rates counted over</source>
        <translation>속도를 세는 시간(&amp;R)</translation>
    </message>
    <message>
        <source>as they were measured</source>
        <translation>측정한 그대로</translation>
    </message>
</context>
<context>
    <name>ipclab::CurveSketch</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>정하지 않음</translation>
    </message>
</context>
<context>
    <name>ipclab::DescriptionStrip</name>
    <message>
        <source>settings changed</source>
        <translation>설정이 바뀜</translation>
    </message>
    <message>
        <source>Show what to look at</source>
        <translation>무엇을 볼지 펼쳐 보기</translation>
    </message>
    <message>
        <source>Fold the description to one line</source>
        <translation>설명을 한 줄로 접기</translation>
    </message>
    <message>
        <source>Drag programs onto the canvas from the list on the left, or open an experiment.</source>
        <translation>왼쪽 목록에서 프로그램을 캔버스로 끌어다 놓거나 실험을 여십시오.</translation>
    </message>
    <message>
        <source>Point at a program and draw a link from the handle at its edge to another one.</source>
        <translation>프로그램을 가리킨 다음 가장자리의 손잡이에서 다른 프로그램으로 링크를 그리십시오.</translation>
    </message>
    <message>
        <source>Press Run. The inspector takes what there is to say about it, under Description.</source>
        <translation>실행을 누르십시오. 실험에 대한 설명은 속성 창의 설명 항목에 적을 수 있습니다.</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>새 실험</translation>
    </message>
    <message>
        <source>A step of an exercise: what to do is told there.</source>
        <translation>실습의 한 단계입니다. 할 일은 실습 쪽에 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::DetailsView</name>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>제어</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>레지스터</translation>
    </message>
    <message>
        <source>The address space: its sections from high to low addresses, and what of them is in memory.</source>
        <translation>주소 공간: 높은 주소부터 낮은 주소까지의 구역과 그중 메모리에 있는 부분.</translation>
    </message>
    <message>
        <source>The process control block: what the kernel keeps of it, each field with its source.</source>
        <translation>프로세스 제어 블록: 커널이 간직한 정보와 항목마다의 출처.</translation>
    </message>
    <message>
        <source>The threads of the process, what each does and what it has used.</source>
        <translation>프로세스의 스레드와 각각이 하는 일, 쓴 시간.</translation>
    </message>
    <message>
        <source>Open descriptors and what they lead to.</source>
        <translation>열린 파일 디스크립터와 그것이 가리키는 곳.</translation>
    </message>
    <message>
        <source>Resource limits, and the signals that are not left to their default.</source>
        <translation>자원 한도와, 기본 동작이 아닌 시그널.</translation>
    </message>
    <message>
        <source>Registers of the processor and the call chain of a thread.</source>
        <translation>프로세서의 레지스터와 스레드의 호출 사슬.</translation>
    </message>
    <message>
        <source>Process control block</source>
        <translation>프로세스 제어 블록</translation>
    </message>
    <message>
        <source>Threads of the process</source>
        <translation>프로세스의 스레드</translation>
    </message>
    <message>
        <source>Descriptors of the process</source>
        <translation>프로세스의 파일 디스크립터</translation>
    </message>
    <message>
        <source>Limits and signals of the process</source>
        <translation>프로세스의 한도와 시그널</translation>
    </message>
    <message>
        <source> · the first %1 of %2</source>
        <translation> · %2개 중 앞의 %1개</translation>
    </message>
    <message>
        <source>Live · reading it took %1</source>
        <translation>실시간 · 읽는 데 %1</translation>
    </message>
    <message>
        <source>It has ended. This is how it was at %1.</source>
        <translation>끝났습니다. %1 때의 모습입니다.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중 …</translation>
    </message>
    <message>
        <source>It ended before it was looked at. Select a process while it runs.</source>
        <translation>살펴보기 전에 끝났습니다. 실행 중에 프로세스를 선택하세요.</translation>
    </message>
    <message>
        <source>Run the experiment: what is inside a process can be seen while it lives.</source>
        <translation>실험을 실행하세요. 프로세스 안은 살아 있는 동안 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Not to be seen: %1</source>
        <translation>볼 수 없음: %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>ipclab::DetailsWindow</name>
    <message>
        <source>Parts of the details</source>
        <translation>자세한 정보의 갈래</translation>
    </message>
    <message>
        <source>Inside %1</source>
        <translation>%1 들여다보기</translation>
    </message>
    <message>
        <source>Inside %1 (%2)</source>
        <translation>%1 (%2) 들여다보기</translation>
    </message>
</context>
<context>
    <name>ipclab::DistributionChart</name>
    <message>
        <source>Of the &amp;whole run</source>
        <translation>실행 전체(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic counts</source>
        <translation>로그 개수(&amp;L)</translation>
    </message>
    <message>
        <source>%1 · count in each bin, of the whole run</source>
        <translation>%1 · 칸마다 개수, 실행 전체</translation>
    </message>
    <message>
        <source>%1 · count in each bin, of what is seen</source>
        <translation>%1 · 칸마다 개수, 보이는 구간</translation>
    </message>
</context>
<context>
    <name>ipclab::DocumentKeeper</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (사본)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>실험 저장</translation>
    </message>
    <message>
        <source>Experiments (*.ipclab.json)</source>
        <translation>실험 (*.ipclab.json)</translation>
    </message>
    <message>
        <source>The experiment could not be saved.</source>
        <translation>실험을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>“%1”의 변경을 저장할까요?</translation>
    </message>
    <message>
        <source>What was changed since it was opened or saved is lost otherwise.</source>
        <translation>저장하지 않으면 열거나 저장한 뒤의 변경이 사라집니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>저장하지 않음</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Unsaved experiment</source>
        <translation>저장하지 않은 실험</translation>
    </message>
    <message>
        <source>Restore “%1”?</source>
        <translation>“%1”을(를) 복원할까요?</translation>
    </message>
    <message>
        <source>ipclab ended before its changes were saved. They were kept on %1.</source>
        <translation>변경을 저장하기 전에 ipclab이 끝났습니다. %1에 보관해 두었습니다.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
</context>
<context>
    <name>ipclab::DocumentMenus</name>
    <message>
        <source>No file was opened yet</source>
        <translation>아직 연 파일이 없습니다</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>New from a &amp;template</source>
        <translation>틀에서 새로 만들기(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ipclab::DocumentWords</name>
    <message>
        <source>There is no experiment called &quot;%1&quot; in the library.</source>
        <translation>&quot;%1&quot;(이)라는 실험이 목록에 없습니다.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>파일을 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>This is a recording, not an experiment. The command &quot;ipclab export %1 --to DIR&quot; writes what is in it: charts, data and the experiment.</source>
        <translation>이 파일은 실험이 아니라 기록입니다. &quot;ipclab export %1 --to 폴더&quot; 명령이 그 안의 차트, 데이터, 실험을 저장합니다.</translation>
    </message>
    <message>
        <source>safety.%1: %2 (usual here: %3)</source>
        <translation>safety.%1: %2 (여기서 보통: %3)</translation>
    </message>
    <message>
        <source>The new experiment</source>
        <translation>새 실험</translation>
    </message>
</context>
<context>
    <name>ipclab::EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>실행 취소(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>다시 실행(&amp;R): %1</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>잘라내기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected parts as text, for this or another window or a text editor</source>
        <translation>선택한 것을 글로 복사합니다. 이 창이나 다른 창, 텍스트 편집기에 붙여넣을 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Adds the parts that were copied, here or as text of a file</source>
        <translation>여기서 또는 파일의 글로 복사한 것을 추가합니다</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>복제(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>삭제(&amp;L)</translation>
    </message>
    <message>
        <source>Removes the selected parts, and the links that would be left with one end</source>
        <translation>선택한 것과, 한쪽 끝만 남게 되는 링크를 지웁니다</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>Add a pro&amp;gram…</source>
        <translation>프로그램 추가(&amp;G)…</translation>
    </message>
    <message>
        <source>Shows the programs that a process can be of</source>
        <translation>프로세스로 만들 수 있는 프로그램을 보여 줍니다</translation>
    </message>
    <message>
        <source>Draw a lin&amp;k</source>
        <translation>링크 그리기(&amp;K)</translation>
    </message>
    <message>
        <source>From the selected program: arrows choose where to, Enter draws it</source>
        <translation>선택한 프로그램에서 시작합니다. 화살표로 대상을 고르고 Enter로 그립니다</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>왼쪽 맞춤(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;top</source>
        <translation>위쪽 맞춤(&amp;T)</translation>
    </message>
    <message>
        <source>Space &amp;across</source>
        <translation>가로 간격 맞춤(&amp;A)</translation>
    </message>
    <message>
        <source>Equal gaps from left to right</source>
        <translation>왼쪽에서 오른쪽으로 같은 간격</translation>
    </message>
    <message>
        <source>Space &amp;down</source>
        <translation>세로 간격 맞춤(&amp;D)</translation>
    </message>
    <message>
        <source>Equal gaps from top to bottom</source>
        <translation>위에서 아래로 같은 간격</translation>
    </message>
    <message>
        <source>Arrange a&amp;utomatically</source>
        <translation>자동 배치(&amp;U)</translation>
    </message>
    <message>
        <source>Forgets where parts were placed by hand</source>
        <translation>손으로 놓은 자리를 지웁니다</translation>
    </message>
    <message>
        <source>&amp;Zoom the canvas in</source>
        <translation>캔버스 확대(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom the canvas &amp;out</source>
        <translation>캔버스 축소(&amp;O)</translation>
    </message>
    <message>
        <source>Fit the canvas to its &amp;width</source>
        <translation>캔버스를 너비에 맞춤(&amp;W)</translation>
    </message>
    <message>
        <source>Show the w&amp;hole canvas</source>
        <translation>캔버스 전체 보기(&amp;H)</translation>
    </message>
    <message>
        <source>Nothing was done that could be undone.</source>
        <translation>실행 취소할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>실행 취소한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is selected on the canvas.</source>
        <translation>캔버스에서 선택한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Needs two selected parts.</source>
        <translation>두 개를 선택해야 합니다.</translation>
    </message>
    <message>
        <source>Needs three selected parts.</source>
        <translation>세 개를 선택해야 합니다.</translation>
    </message>
    <message>
        <source>The experiment is empty.</source>
        <translation>실험이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was placed by hand.</source>
        <translation>손으로 놓은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Equal processes</source>
        <translation>같은 프로세스의 수</translation>
    </message>
    <message>
        <source>How many equal processes it is:</source>
        <translation>같은 프로세스가 몇 개인지:</translation>
    </message>
    <message>
        <source>Needs one selected program.</source>
        <translation>선택한 프로그램 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>Needs several equal processes, selected as one.</source>
        <translation>하나로 선택한 같은 프로세스 여럿이 필요합니다.</translation>
    </message>
    <message>
        <source>Make a &amp;group…</source>
        <translation>그룹 만들기(&amp;G)…</translation>
    </message>
    <message>
        <source>Several equal processes, shown as one</source>
        <translation>같은 프로세스 여럿을 하나로 표시합니다</translation>
    </message>
    <message>
        <source>U&amp;ngroup</source>
        <translation>그룹 풀기(&amp;N)</translation>
    </message>
    <message>
        <source>Makes each of several equal processes one by itself</source>
        <translation>같은 프로세스 여럿을 각각 따로 둡니다</translation>
    </message>
</context>
<context>
    <name>ipclab::Editor</name>
    <message>
        <source>Revert</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 변경</translation>
    </message>
</context>
<context>
    <name>ipclab::EndpointsSection</name>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>half closed</source>
        <translation>반만 닫힘</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>재설정됨</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>This side: %1. The other side: %2.</source>
        <translation>이쪽: %1. 상대쪽: %2.</translation>
    </message>
    <message>
        <source>%1 now, %2 opened</source>
        <translation>현재 %1개, 열린 적 %2개</translation>
    </message>
    <message>
        <source>, %1 refused</source>
        <translation>, 거절 %1개</translation>
    </message>
    <message>
        <source>, %1 reset</source>
        <translation>, 재설정 %1개</translation>
    </message>
    <message>
        <source>, %1 not recorded</source>
        <translation>, 기록되지 않음 %1개</translation>
    </message>
    <message>
        <source>%1 sends</source>
        <translation>%1 송신</translation>
    </message>
    <message>
        <source>%1 receives</source>
        <translation>%1 수신</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>As the process that has it records it.</source>
        <translation>이 연결을 가진 프로세스가 기록한 것입니다.</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>상대쪽</translation>
    </message>
    <message>
        <source>Its address as the kernel reports it (getpeername); of a UNIX socket without a name the process (SO_PEERCRED).</source>
        <translation>커널이 알려 주는 주소입니다(getpeername). 이름 없는 UNIX 소켓은 그 프로세스입니다(SO_PEERCRED).</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>That went over it, in either direction.</source>
        <translation>어느 방향으로든 이 연결을 지나간 것입니다.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Bytes that wait in the kernel to be received here (SIOCINQ).</source>
        <translation>커널에서 이쪽의 수신을 기다리는 바이트입니다(SIOCINQ).</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>요청함</translation>
    </message>
    <message>
        <source>Requests that were sent.</source>
        <translation>보낸 요청의 수입니다.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>응답받음</translation>
    </message>
    <message>
        <source>Executed</source>
        <translation>실행됨</translation>
    </message>
    <message>
        <source>How often the server carried one out, repetitions included, as it tells itself.</source>
        <translation>서버가 호출을 실행한 횟수로, 반복도 포함하며 서버 자신이 알린 것입니다.</translation>
    </message>
    <message>
        <source>Never executed</source>
        <translation>한 번도 실행되지 않음</translation>
    </message>
    <message>
        <source>Requests that no server has carried out, so far.</source>
        <translation>지금까지 어느 서버도 실행하지 않은 요청입니다.</translation>
    </message>
    <message>
        <source>Executed more than once</source>
        <translation>두 번 이상 실행됨</translation>
    </message>
    <message>
        <source>asked from %1 addresses, without connections</source>
        <translation>연결 없이 주소 %1개에서 요청을 받음</translation>
    </message>
    <message>
        <source>%1 sockets, without connections</source>
        <translation>연결 없이 소켓 %1개</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소</translation>
    </message>
</context>
<context>
    <name>ipclab::EndsForm</name>
    <message>
        <source>Sends</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>송신자</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>수신자</translation>
    </message>
    <message>
        <source>Add a sender</source>
        <translation>송신자 추가</translation>
    </message>
    <message>
        <source>Add a receiver</source>
        <translation>수신자 추가</translation>
    </message>
    <message>
        <source>Remove this sender</source>
        <translation>이 송신자 제거</translation>
    </message>
    <message>
        <source>Remove this receiver</source>
        <translation>이 수신자 제거</translation>
    </message>
    <message>
        <source>Remove a sender</source>
        <translation>송신자 제거</translation>
    </message>
    <message>
        <source>Remove a receiver</source>
        <translation>수신자 제거</translation>
    </message>
    <message>
        <source>Whose fields are shown below</source>
        <translation>아래에 필드가 표시되는 끝</translation>
    </message>
</context>
<context>
    <name>ipclab::EventList</name>
    <message>
        <source>Time [s]</source>
        <translation>시간 [s]</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>After everybody was ready and the run began.</source>
        <translation>모두 준비되어 실행이 시작된 뒤의 시각입니다.</translation>
    </message>
    <message>
        <source>Whose event it is; empty: of the whole run.</source>
        <translation>누구의 사건인지이며, 비어 있으면 실행 전체의 사건입니다.</translation>
    </message>
    <message>
        <source>The guide says of each kind of event what it means.</source>
        <translation>사건의 종류마다 뜻은 안내서에 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::EventWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
</context>
<context>
    <name>ipclab::EventsTab</name>
    <message>
        <source>All processes</source>
        <translation>모든 프로세스</translation>
    </message>
    <message>
        <source>Only “%1”  ✕</source>
        <translation>“%1”만  ✕</translation>
    </message>
    <message>
        <source>Only events of this &amp;kind</source>
        <translation>이 종류의 사건만(&amp;K)</translation>
    </message>
    <message>
        <source>Only events of this &amp;process</source>
        <translation>이 프로세스의 사건만(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Press Run (F5).</source>
        <translation>아직 일어난 일이 없습니다. 실행을 누르세요 (F5).</translation>
    </message>
    <message>
        <source>No event is like that. Clear the field or choose all events to see more.</source>
        <translation>그런 사건이 없습니다. 입력란을 비우거나 모든 사건을 고르면 더 보입니다.</translation>
    </message>
    <message>
        <source>List of events</source>
        <translation>사건 목록</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>사건 거르기</translation>
    </message>
    <message>
        <source>Whose events are listed</source>
        <translation>누구의 사건을 보일지</translation>
    </message>
    <message>
        <source>Lists all kinds of events again</source>
        <translation>모든 종류의 사건을 다시 보입니다</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>모든 사건</translation>
    </message>
    <message>
        <source>Steering and graver</source>
        <translation>제어와 그 이상</translation>
    </message>
    <message>
        <source>Warnings and failures</source>
        <translation>경고와 실패</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>How grave events must be to be listed</source>
        <translation>목록에 보일 사건의 심각도</translation>
    </message>
</context>
<context>
    <name>ipclab::ExperimentPage</name>
    <message>
        <source>Row of the curriculum</source>
        <translation>교육 과정 항목</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Timed steps</source>
        <translation>예약된 단계</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>States observed</source>
        <translation>상태 관측</translation>
    </message>
    <message>
        <source>Asked for, and what this machine allowed.</source>
        <translation>요청한 수준과 이 컴퓨터가 허용한 수준입니다.</translation>
    </message>
    <message>
        <source>Samples per second</source>
        <translation>초당 표본 수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>알아 둘 점</translation>
    </message>
    <message>
        <source>Select a program or a link on the canvas to see its figures and to steer it.</source>
        <translation>캔버스에서 프로그램이나 링크를 선택하면 수치를 보고 제어할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>until all have ended</source>
        <translation>모두 끝날 때까지</translation>
    </message>
    <message>
        <source>%1 (asked for: %2)</source>
        <translation>%1 (요청: %2)</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>새 실험</translation>
    </message>
</context>
<context>
    <name>ipclab::Exporter</name>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>The chart could not be saved.</source>
        <translation>차트를 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Folder for the data</source>
        <translation>데이터를 넣을 폴더</translation>
    </message>
    <message>
        <source>The data could not be saved.</source>
        <translation>데이터를 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Saved %1 files in %2</source>
        <translation>파일 %1개를 저장했습니다: %2</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, as SVG.</source>
        <translation>그림을 SVG로 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::FieldForm</name>
    <message>
        <source>Change %1</source>
        <translation>%1 변경</translation>
    </message>
    <message>
        <source>Set %1 back to what is usual</source>
        <translation>%1을(를) 기본값으로 되돌립니다</translation>
    </message>
    <message>
        <source>Shows or hides these fields</source>
        <translation>이 필드들을 펼치거나 접습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::FieldInput</name>
    <message>
        <source>any</source>
        <translation>모두</translation>
    </message>
</context>
<context>
    <name>ipclab::FieldPlaces</name>
    <message>
        <source>Sends</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>예약된 단계 %1</translation>
    </message>
</context>
<context>
    <name>ipclab::FieldWords</name>
    <message>
        <source>In the file: %1</source>
        <translation>파일에서의 이름: %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>정하지 않음</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>시스템</translation>
    </message>
</context>
<context>
    <name>ipclab::FiguresSection</name>
    <message>
        <source>All figures</source>
        <translation>모든 측정값</translation>
    </message>
    <message>
        <source>Everything that is measured of it; each name says in its tooltip how.</source>
        <translation>여기에서 측정하는 모든 값입니다. 각 이름의 도움말이 측정 방법을 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::FilterBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Words to look for in this table</source>
        <translation>이 표에서 찾을 낱말</translation>
    </message>
    <message>
        <source>Filter this table</source>
        <translation>이 표 거르기</translation>
    </message>
    <message>
        <source>Show all rows (Esc)</source>
        <translation>모든 행 보이기 (Esc)</translation>
    </message>
    <message>
        <source>Close the filter</source>
        <translation>거르기 닫기</translation>
    </message>
</context>
<context>
    <name>ipclab::Guide</name>
    <message>
        <source>To begin with</source>
        <translation>시작하기</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>보이는 것</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Parts of an experiment</source>
        <translation>실험의 구성 요소</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>프로그램 사용</translation>
    </message>
</context>
<context>
    <name>ipclab::GuideLists</name>
    <message>
        <source>note</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>steering</source>
        <translation>제어</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>게이지</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>수의 목록</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>글의 목록</translation>
    </message>
    <message>
        <source>may be there or not</source>
        <translation>있거나 없을 수 있음</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>무게</translation>
    </message>
    <message>
        <source>In the charts</source>
        <translation>차트에서</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>하는 말</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>a tick</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Figures of a process</source>
        <translation>프로세스의 값</translation>
    </message>
    <message>
        <source>Figures of a link</source>
        <translation>링크의 값</translation>
    </message>
    <message>
        <source>Figures of an end of a link</source>
        <translation>링크 끝의 값</translation>
    </message>
    <message>
        <source>Figures of a shared object</source>
        <translation>공유 객체의 값</translation>
    </message>
    <message>
        <source>Figures of a processor</source>
        <translation>프로세서의 값</translation>
    </message>
    <message>
        <source>Figures of the whole run</source>
        <translation>실행 전체의 값</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>값 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>How it is had</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>In the result</source>
        <translation>결과에서</translation>
    </message>
    <message>
        <source>, over time</source>
        <translation>, 시간에 따라</translation>
    </message>
    <message>
        <source>Primitive</source>
        <translation>기본 요소</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>기다림</translation>
    </message>
    <message>
        <source>What to know of it</source>
        <translation>알아 둘 것</translation>
    </message>
    <message>
        <source>Documented in</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>keeps a core busy</source>
        <translation>코어를 계속 점유함</translation>
    </message>
    <message>
        <source>sleeps</source>
        <translation>잠듦</translation>
    </message>
    <message>
        <source>A model of %1.</source>
        <translation>%1의 모형입니다.</translation>
    </message>
    <message>
        <source>In files: %1</source>
        <translation>파일에서: %1</translation>
    </message>
    <message>
        <source>Documented in %1</source>
        <translation>문서: %1</translation>
    </message>
    <message>
        <source>ends at descriptor %1</source>
        <translation>파일 디스크립터 %1에서 끝남</translation>
    </message>
    <message>
        <source>tells what arrives, once</source>
        <translation>도착을 한 번만 알림</translation>
    </message>
    <message>
        <source>never sleeps</source>
        <translation>잠들지 않음</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>May hold</source>
        <translation>가질 수 있는 값</translation>
    </message>
    <message>
        <source>None of the library.</source>
        <translation>라이브러리에는 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Trait</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>이 방식</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>System calls</source>
        <translation>시스템 호출</translation>
    </message>
    <message>
        <source>What bounds it</source>
        <translation>무엇이 제한하는가</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>무엇을 잃는가</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>누가 열 수 있는가</translation>
    </message>
    <message>
        <source>Beware</source>
        <translation>주의할 점</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1개 이상</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Experiments that show it</source>
        <translation>볼 수 있는 실험</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Sends over</source>
        <translation>보내는 링크</translation>
    </message>
    <message>
        <source>Receives over</source>
        <translation>받는 링크</translation>
    </message>
    <message>
        <source>links it sends over: %1</source>
        <translation>보내는 링크: %1</translation>
    </message>
    <message>
        <source>links it receives from: %1</source>
        <translation>받는 링크: %1</translation>
    </message>
    <message>
        <source>works on a [shared object](guide:shared)</source>
        <translation>[공유 객체](guide:shared)로 일함</translation>
    </message>
    <message>
        <source>ends by itself</source>
        <translation>스스로 끝남</translation>
    </message>
</context>
<context>
    <name>ipclab::GuideWindow</name>
    <message>
        <source>Guide — ipclab</source>
        <translation>안내서 — ipclab</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>안내서 찾기</translation>
    </message>
    <message>
        <source>Search every page of the guide</source>
        <translation>안내서의 모든 쪽에서 찾기</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>안내서의 차례</translation>
    </message>
    <message>
        <source>No page has these words. Clear the search to see all of them.</source>
        <translation>이 낱말이 있는 쪽이 없습니다. 찾기를 지우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>안내서의 쪽</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>보통 크기의 글자</translation>
    </message>
</context>
<context>
    <name>ipclab::HandInQuestion</name>
    <message>
        <source>Steps that were not run as often as they are judged by: %1</source>
        <translation>판정에 필요한 만큼 실행하지 않은 단계: %1개</translation>
    </message>
    <message>
        <source>Questions not answered, or in fewer words than are asked for: %1</source>
        <translation>답하지 않았거나 요구한 단어 수보다 짧은 질문: %1개</translation>
    </message>
    <message>
        <source>Your name is missing.</source>
        <translation>이름이 없습니다.</translation>
    </message>
    <message>
        <source>This is still open:</source>
        <translation>아직 남은 것:</translation>
    </message>
    <message>
        <source>Hand in all the same…</source>
        <translation>그래도 제출…</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>계속하기</translation>
    </message>
</context>
<context>
    <name>ipclab::HeatMapChart</name>
    <message>
        <source>%1 · zoomed: a double click takes it back</source>
        <translation>%1 · 확대됨: 두 번 클릭하면 되돌아갑니다</translation>
    </message>
    <message>
        <source>%1 · colour: messages in 0.1 s</source>
        <translation>%1 · 색: 0.1초의 메시지 수</translation>
    </message>
</context>
<context>
    <name>ipclab::HelpLinks</name>
    <message>
        <source>More in the guide</source>
        <translation>안내서에서 더 보기</translation>
    </message>
</context>
<context>
    <name>ipclab::HelpTexts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>About ipclab</source>
        <translation>ipclab 정보</translation>
    </message>
    <message>
        <source>&lt;h3&gt;ipclab %1&lt;/h3&gt;&lt;p&gt;A laboratory for processes and interprocess communication.&lt;/p&gt;&lt;p&gt;Everything it shows is measured on real processes of this machine.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;ipclab %1&lt;/h3&gt;&lt;p&gt;프로세스와 프로세스 간 통신을 위한 실험실입니다.&lt;/p&gt;&lt;p&gt;보이는 모든 값은 이 컴퓨터의 실제 프로세스에서 측정한 것입니다.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>ipclab::HintBar</name>
    <message>
        <source>1 · Press Run.</source>
        <translation>1 · 실행을 누르세요.</translation>
    </message>
    <message>
        <source>Real processes start, and the charts move.</source>
        <translation>실제 프로세스가 시작되고 차트가 움직입니다.</translation>
    </message>
    <message>
        <source>2 · Click a program.</source>
        <translation>2 · 프로그램을 클릭하세요.</translation>
    </message>
    <message>
        <source>Change its rate while it runs, and watch the queue.</source>
        <translation>실행 중에 속도를 바꾸며 큐를 지켜보세요.</translation>
    </message>
    <message>
        <source>3 · Space freezes the charts.</source>
        <translation>3 · 스페이스 키는 차트를 고정합니다.</translation>
    </message>
    <message>
        <source>The wheel zooms, dragging pans, End follows again.</source>
        <translation>휠은 확대, 끌기는 이동, End는 다시 따라갑니다.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>알겠습니다</translation>
    </message>
    <message>
        <source>Hides these hints for good; the Help menu shows them again.</source>
        <translation>이 도움말을 더는 보이지 않습니다. 도움말 메뉴에서 다시 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>속성 창</translation>
    </message>
    <message>
        <source>Inspector, to scroll</source>
        <translation>속성 창, 스크롤</translation>
    </message>
</context>
<context>
    <name>ipclab::LabDesk</name>
    <message>
        <source>What you did could not be kept.</source>
        <translation>한 일을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The exercise cannot be opened.</source>
        <translation>실습을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The exercise stays in the list.</source>
        <translation>실습이 목록에 그대로 남아 있습니다.</translation>
    </message>
    <message>
        <source>This is another experiment than the step asks for.</source>
        <translation>이 단계가 요구하는 실험과 다릅니다.</translation>
    </message>
    <message>
        <source>%1 was changed. Undo it, or go to another step and back.</source>
        <translation>%1 값이 바뀌었습니다. 되돌리거나, 다른 단계로 갔다가 돌아오세요.</translation>
    </message>
    <message>
        <source>The run cannot be judged.</source>
        <translation>이 실행은 판정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Runs are not kept here: the folder for them cannot be used.</source>
        <translation>실행이 여기에 보관되지 않습니다. 보관할 폴더를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Begin this exercise anew, with no predictions, runs and answers?</source>
        <translation>예측과 실행과 답을 모두 비우고 이 실습을 처음부터 다시 할까요?</translation>
    </message>
    <message>
        <source>What there is now is kept aside until the next time you start it again.</source>
        <translation>지금 있는 것은 다음에 다시 시작할 때까지 따로 보관됩니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Put your program into its node</source>
        <translation>내 프로그램을 노드에 넣기</translation>
    </message>
    <message>
        <source>There is no program of yours yet.</source>
        <translation>아직 내 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>Write it under Your program, and compile it.</source>
        <translation>‘내 프로그램’에 작성하고 컴파일하세요.</translation>
    </message>
    <message>
        <source>This machine lacks what the step needs.</source>
        <translation>이 단계에 필요한 것이 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>Predict first, then run it again.</source>
        <translation>먼저 예측하고 다시 실행하세요.</translation>
    </message>
    <message>
        <source>This run does not count for the exercise.</source>
        <translation>이 실행은 실습에 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>Another command stands in the place of your program.</source>
        <translation>내 프로그램 자리에 다른 명령이 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::LabPage</name>
    <message>
        <source>Run this step</source>
        <translation>이 단계 실행</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>%2번 가운데 %1번째 실행</translation>
    </message>
    <message>
        <source>Predict first: afterwards everybody knows.</source>
        <translation>먼저 예측하세요. 실행한 다음에는 누구나 압니다.</translation>
    </message>
    <message>
        <source>It is judged by %1 runs; one alone would be chance.</source>
        <translation>%1번의 실행으로 판정합니다. 한 번만으로는 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 points in this exercise</source>
        <translation>이 실습에서 %2점 가운데 %1점</translation>
    </message>
    <message>
        <source>All exercises</source>
        <translation>모든 실습</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>다시 시작…</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2단계 가운데 %1단계</translation>
    </message>
    <message>
        <source>Runs the experiment beside this, and judges what was measured</source>
        <translation>옆의 실험을 실행하고, 측정한 것을 판정합니다</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>제출…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>● Running: run %1 of %2. The verdict comes when it has ended.</source>
        <translation>● 실행 중: %2번 가운데 %1번째입니다. 끝나면 판정이 나옵니다.</translation>
    </message>
    <message>
        <source>● Running. The verdict comes when it has ended.</source>
        <translation>● 실행 중입니다. 끝나면 판정이 나옵니다.</translation>
    </message>
    <message>
        <source>It is being judged…</source>
        <translation>판정하고 있습니다…</translation>
    </message>
    <message>
        <source>hints read: %1</source>
        <translation>읽은 힌트: %1개</translation>
    </message>
    <message>
        <source>Compile your program first.</source>
        <translation>먼저 내 프로그램을 컴파일하세요.</translation>
    </message>
    <message>
        <source>Skipped on this machine; nothing of it is failed.</source>
        <translation>이 컴퓨터에서는 건너뜁니다. 실패로 치지 않습니다.</translation>
    </message>
    <message>
        <source>This machine lacks what the exercise needs. It can be read here, and is not judged:</source>
        <translation>이 컴퓨터에는 실습에 필요한 것이 없습니다. 여기서 읽을 수는 있지만 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 point in this exercise</source>
        <translation>이 실습에서 %2점 가운데 %1점</translation>
    </message>
</context>
<context>
    <name>ipclab::LabReport</name>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2점 가운데 %1점</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, 버전 %2</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no: verdicts or answers are missing</source>
        <translation>아니요: 판정이나 답이 빠져 있습니다</translation>
    </message>
    <message>
        <source>Hints read</source>
        <translation>읽은 힌트</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Made for people to read. Who grades makes the verdicts again, from the recordings beside this.</source>
        <translation>사람이 읽기 위한 것입니다. 채점할 때는 함께 든 기록에서 판정을 다시 냅니다.</translation>
    </message>
    <message>
        <source>This step was not run.</source>
        <translation>이 단계는 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>측정된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Predicted and measured.</source>
        <translation>예측과 측정.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 points)</source>
        <translation>%1 (%3점 가운데 %2점)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>기대값</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>성립</translation>
    </message>
    <message>
        <source>Each run.</source>
        <translation>실행마다.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>실행 %2번 가운데 %1번째</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>글로 쓴 답</translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation>답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 point)</source>
        <translation>%1 (%3점 가운데 %2점)</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>정하지 않음</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>단계 %1</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>there</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>바꾸기 전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>바꾼 뒤</translation>
    </message>
    <message>
        <source>What was changed of the experiment.</source>
        <translation>실험에서 바꾼 것.</translation>
    </message>
    <message>
        <source>Nothing of the experiment was changed.</source>
        <translation>실험에서 바꾼 것이 없습니다.</translation>
    </message>
    <message>
        <source>Command of %1</source>
        <translation>%1의 명령</translation>
    </message>
    <message>
        <source>Executable in %1</source>
        <translation>%1의 실행 파일</translation>
    </message>
    <message>
        <source>The program in %1:</source>
        <translation>%1의 프로그램:</translation>
    </message>
    <message>
        <source>The solution</source>
        <translation>풀이</translation>
    </message>
    <message>
        <source>the experiment</source>
        <translation>실험</translation>
    </message>
</context>
<context>
    <name>ipclab::LabShelf</name>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지 전달</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>Clients and servers</source>
        <translation>클라이언트와 서버</translation>
    </message>
    <message>
        <source>Further exercises</source>
        <translation>그 밖의 실습</translation>
    </message>
    <message>
        <source>%1 of %2 exercises done. What you do is kept; one file is handed in.</source>
        <translation>실습 %2개 가운데 %1개를 마쳤습니다. 한 일은 보관되며, 파일 하나로 제출합니다.</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>From a &amp;folder…</source>
        <translation>폴더에서(&amp;F)…</translation>
    </message>
    <message>
        <source>From a &amp;zip archive…</source>
        <translation>zip 파일에서(&amp;Z)…</translation>
    </message>
    <message>
        <source>%1 · done: %2 of %3</source>
        <translation>%1 · 완료: %3개 중 %2개</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>내 실습</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없습니다</translation>
    </message>
    <message>
        <source>&amp;Remove from this list</source>
        <translation>이 목록에서 빼기(&amp;R)</translation>
    </message>
    <message>
        <source>Open an exercise…</source>
        <translation>실습 열기…</translation>
    </message>
    <message>
        <source>One of your own: a folder with lab.json and its texts, or a zip archive of one</source>
        <translation>직접 만든 실습: lab.json과 글이 든 폴더, 또는 그것을 묶은 zip 파일</translation>
    </message>
    <message>
        <source>It is being read…</source>
        <translation>읽는 중입니다…</translation>
    </message>
    <message>
        <source>Search exercises</source>
        <translation>실습 찾기</translation>
    </message>
    <message>
        <source>No exercise matches. Clear the search to see all of them.</source>
        <translation>맞는 실습이 없습니다. 검색어를 지우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>여기서 시작</translation>
    </message>
</context>
<context>
    <name>ipclab::LabSourceStrip</name>
    <message>
        <source>Preview of %1</source>
        <translation>%1 미리 보기</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1에서 연 실습</translation>
    </message>
    <message>
        <source>Its files are sound; changes are shown at once.</source>
        <translation>파일에 문제가 없습니다. 고치면 바로 보입니다.</translation>
    </message>
    <message>
        <source>Its files are sound.</source>
        <translation>파일에 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Its author has to mend something. What is shown below is the last sound version.</source>
        <translation>작성자가 고쳐야 할 것이 있습니다. 아래는 문제가 없던 마지막 내용입니다.</translation>
    </message>
    <message>
        <source>It cannot be shown before this is mended:</source>
        <translation>다음을 고쳐야 보여 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Its author may want to mend something:</source>
        <translation>작성자가 고치면 좋을 것이 있습니다.</translation>
    </message>
    <message>
        <source>What is wrong with the exercise</source>
        <translation>실습에서 잘못된 것</translation>
    </message>
</context>
<context>
    <name>ipclab::LabSummary</name>
    <message>
        <source>%1 %2: %3 of %4 hold</source>
        <translation>%1 %2: %4개 중 %3개 성립</translation>
    </message>
    <message>
        <source>Predictions that were right: %1 of %2</source>
        <translation>맞은 예측: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Hints read: %1</source>
        <translation>읽은 힌트: %1개</translation>
    </message>
    <message>
        <source>Still open: your name, above.</source>
        <translation>아직 남은 것: 위의 이름.</translation>
    </message>
    <message>
        <source>A step can be run again until it is handed in; the newest runs count.</source>
        <translation>제출하기 전까지는 단계를 다시 실행할 수 있습니다. 가장 최근의 실행이 인정됩니다.</translation>
    </message>
    <message>
        <source>You are through</source>
        <translation>끝까지 마쳤습니다</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%2점 가운데 %1점</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>제출…</translation>
    </message>
    <message>
        <source>Writes one file with your work, your runs and a report</source>
        <translation>한 일, 실행 기록, 보고서를 담은 파일 하나를 씁니다</translation>
    </message>
    <message>
        <source>Every step was run</source>
        <translation>모든 단계를 실행했습니다</translation>
    </message>
    <message>
        <source>%1 %2: %3 of %4 holds</source>
        <translation>%1 %2: %4개 중 %3개 성립</translation>
    </message>
    <message>
        <source>Every check holds.</source>
        <translation>모든 검사가 성립합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 point</source>
        <translation>%2점 가운데 %1점</translation>
    </message>
    <message>
        <source>Still open: a verdict that is not known.</source>
        <translation>아직 남은 것: 알 수 없는 판정.</translation>
    </message>
    <message>
        <source>Still open: the questions answered in words.</source>
        <translation>아직 남은 것: 글로 답하는 질문.</translation>
    </message>
</context>
<context>
    <name>ipclab::LabWords</name>
    <message>
        <source>✓ Words: %1</source>
        <translation>✓ 단어: %1개</translation>
    </message>
    <message>
        <source>Words: %1 of at least %2</source>
        <translation>단어: %1개 (적어도 %2개)</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>자신의 말로</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>As it stands in what is handed in</source>
        <translation>제출물에 적힐 이름</translation>
    </message>
</context>
<context>
    <name>ipclab::LaneChart</name>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1 (pid %2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>for %1 until now</source>
        <translation>지금까지 %1 동안</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 동안</translation>
    </message>
    <message>
        <source>on CPU %1</source>
        <translation>CPU %1에서</translation>
    </message>
</context>
<context>
    <name>ipclab::LargeEditor</name>
    <message>
        <source>Back to the page</source>
        <translation>실습 페이지로</translation>
    </message>
    <message>
        <source>The editor goes back to where it was  (Esc)</source>
        <translation>편집기를 원래 자리로 되돌립니다  (Esc)</translation>
    </message>
</context>
<context>
    <name>ipclab::LastRunsPanel</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 of at most %2 runs, %3 of %4. Beyond that the oldest go.</source>
        <translation>실행 %1개(최대 %2개), %4 중 %3. 넘으면 오래된 것부터 지웁니다.</translation>
    </message>
    <message>
        <source>&amp;Open this run</source>
        <translation>이 실행 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save as a recording…</source>
        <translation>기록으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete this run</source>
        <translation>이 실행 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the last runs</source>
        <translation>최근 실행 삭제</translation>
    </message>
    <message>
        <source>Delete all runs that are kept?</source>
        <translation>보관한 실행을 모두 삭제할까요?</translation>
    </message>
    <message>
        <source>Recordings you have saved elsewhere stay.</source>
        <translation>다른 곳에 저장한 기록은 남습니다.</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>Runs are not kept here: the folder for them cannot be used.</source>
        <translation>여기서는 실행을 보관하지 않습니다. 보관할 폴더를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was run yet. Each run is kept here by itself, to be opened again.</source>
        <translation>아직 실행한 것이 없습니다. 실행마다 여기에 저절로 보관되어 다시 열 수 있습니다.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>모두 삭제…</translation>
    </message>
    <message>
        <source>&amp;Compare these runs</source>
        <translation>이 실행들 비교(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare this run…</source>
        <translation>이 실행 비교(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>ipclab::LatencyChart</name>
    <message>
        <source>messages</source>
        <translation>메시지</translation>
    </message>
</context>
<context>
    <name>ipclab::LauncherProcess</name>
    <message>
        <source>the launcher could not be started: %1</source>
        <translation>런처를 시작할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>the launcher was killed</source>
        <translation>런처가 강제 종료되었습니다</translation>
    </message>
    <message>
        <source>the launcher failed (exit status %1)</source>
        <translation>런처가 실패했습니다 (종료 상태 %1)</translation>
    </message>
</context>
<context>
    <name>ipclab::LibraryPanel</name>
    <message>
        <source>Search experiments</source>
        <translation>실험 찾기</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>실험 목록에서 찾기</translation>
    </message>
    <message>
        <source>Library of experiments</source>
        <translation>실험 목록</translation>
    </message>
    <message>
        <source>No experiment matches. Clear the search to see all of them.</source>
        <translation>맞는 실험이 없습니다. 검색어를 지우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Compare mechanisms…</source>
        <translation>IPC 방식 비교…</translation>
    </message>
    <message>
        <source>Opens an experiment (*.ipclab.json)  (Ctrl+O)</source>
        <translation>실험(*.ipclab.json)을 엽니다  (Ctrl+O)</translation>
    </message>
    <message>
        <source>Which is fastest here, with messages of which size: measured, with error bars and a verdict  (Ctrl+B)</source>
        <translation>어떤 크기의 메시지에서 무엇이 가장 빠른지, 오차 막대와 판정과 함께 측정합니다  (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>ipclab::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Most &amp;processes</source>
        <translation>최대 프로세스 수(&amp;P)</translation>
    </message>
    <message>
        <source>Of a run together with what they make, threads included.</source>
        <translation>한 실행과 거기서 만들어진 것까지 합한 수. 스레드도 셉니다.</translation>
    </message>
    <message>
        <source>as the experiment says</source>
        <translation>실험에 적힌 대로</translation>
    </message>
    <message>
        <source>Most &amp;memory</source>
        <translation>최대 메모리(&amp;M)</translation>
    </message>
    <message>
        <source>That all processes of a run use together.</source>
        <translation>한 실행의 모든 프로세스가 함께 쓰는 메모리.</translation>
    </message>
    <message>
        <source>&amp;Longest run</source>
        <translation>최대 실행 시간(&amp;L)</translation>
    </message>
    <message>
        <source>An experiment that plans more does not begin; one without an end is stopped then.</source>
        <translation>더 길게 계획한 실험은 시작하지 않고, 끝이 없는 실험은 그때 멈춥니다.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>The lower one holds, this or the experiment&apos;s own: without a word an experiment may have %1 processes, and half of the memory that is free. A run that goes beyond is ended, what it has measured stays, and the window says why. These limits are the window&apos;s: the command line asks the experiment alone.</source>
        <translation>이 한도와 실험에 적힌 한도 가운데 낮은 쪽이 적용됩니다. 실험에 적혀 있지 않으면 프로세스 %1개, 빈 메모리의 절반까지입니다. 한도를 넘은 실행은 끝나고, 측정한 것은 남으며, 이유는 창에 나타납니다. 이 한도는 창에서 실행할 때의 것이고, 명령줄은 실험에 적힌 한도만 따릅니다.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>ipclab::LinkControls</name>
    <message>
        <source>Controls: they act at once</source>
        <translation>제어: 바로 적용됩니다</translation>
    </message>
    <message>
        <source>What this mechanism holds cannot be changed while it is used.</source>
        <translation>이 방식이 담는 양은 사용 중에 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Capacity, bytes</source>
        <translation>용량, 바이트</translation>
    </message>
    <message>
        <source>How much it holds: F_SETPIPE_SZ of a pipe, msg_qbytes of a System V queue. A pipe gets whole pages.</source>
        <translation>얼마나 담는지: 파이프는 F_SETPIPE_SZ, System V 큐는 msg_qbytes입니다. 파이프는 페이지 단위로 받습니다.</translation>
    </message>
    <message>
        <source>Send buffer, bytes</source>
        <translation>송신 버퍼, 바이트</translation>
    </message>
    <message>
        <source>SO_SNDBUF of every socket that sends. The kernel doubles what is asked for.</source>
        <translation>보내는 모든 소켓의 SO_SNDBUF. 커널은 요청한 값의 두 배를 줍니다.</translation>
    </message>
    <message>
        <source>Receive buffer, bytes</source>
        <translation>수신 버퍼, 바이트</translation>
    </message>
    <message>
        <source>SO_RCVBUF of every socket that receives. The kernel doubles what is asked for.</source>
        <translation>받는 모든 소켓의 SO_RCVBUF. 커널은 요청한 값의 두 배를 줍니다.</translation>
    </message>
    <message>
        <source>The system gives %1.</source>
        <translation>시스템이 준 값: %1.</translation>
    </message>
    <message>
        <source>The system has not said yet.</source>
        <translation>시스템이 아직 알리지 않았습니다.</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>네트워크 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of bytes from 1 to %2.</source>
        <translation>&quot;%1&quot;은(는) 1부터 %2까지의 바이트 수가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::LinkPage</name>
    <message>
        <source>Capacity asked for</source>
        <translation>요청한 용량</translation>
    </message>
    <message>
        <source>Capacity given</source>
        <translation>실제 용량</translation>
    </message>
    <message>
        <source>What the system really gave, read back from it.</source>
        <translation>시스템이 실제로 준 값을 다시 읽은 것입니다.</translation>
    </message>
    <message>
        <source>Largest message</source>
        <translation>최대 메시지</translation>
    </message>
    <message>
        <source>Buffers, send / receive</source>
        <translation>버퍼, 송신 / 수신</translation>
    </message>
    <message>
        <source>SO_SNDBUF and SO_RCVBUF as the kernel reports them.</source>
        <translation>커널이 보고한 SO_SNDBUF와 SO_RCVBUF입니다.</translation>
    </message>
    <message>
        <source>Message boundaries</source>
        <translation>메시지 경계</translation>
    </message>
    <message>
        <source>Who synchronises</source>
        <translation>동기화 주체</translation>
    </message>
    <message>
        <source>Documented in</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>전송량</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>받은 바이트</translation>
    </message>
    <message>
        <source>Queued, mean</source>
        <translation>대기량, 평균</translation>
    </message>
    <message>
        <source>Messages sent and not yet received, mean over time.</source>
        <translation>보냈지만 아직 받지 않은 메시지의 시간 평균입니다.</translation>
    </message>
    <message>
        <source>Queued, most</source>
        <translation>대기량, 최대</translation>
    </message>
    <message>
        <source>Queued, most (system)</source>
        <translation>대기량, 최대 (시스템)</translation>
    </message>
    <message>
        <source>Blocked, send / receive</source>
        <translation>블록된 시간, 보내기 / 받기</translation>
    </message>
    <message>
        <source>Time spent inside calls that could not go on; all ends together. A call that still waits counts when it comes back.</source>
        <translation>진행할 수 없어 호출 안에서 보낸 시간, 모든 끝의 합입니다. 아직 기다리는 호출은 돌아올 때 계산됩니다.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Lost, repeated, out of order, corrupted: from sequence numbers and check values.</source>
        <translation>손실, 중복, 순서 바뀜, 손상: 순번과 검사값으로 셉니다.</translation>
    </message>
    <message>
        <source>Latency, one way</source>
        <translation>지연 시간, 편도</translation>
    </message>
    <message>
        <source>Median (p50)</source>
        <translation>중앙값 (p50)</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Stamped messages</source>
        <translation>시각이 찍힌 메시지</translation>
    </message>
    <message>
        <source>Only these carry their send time.</source>
        <translation>이 메시지들만 보낸 시각을 담고 있습니다.</translation>
    </message>
    <message>
        <source>system&apos;s default</source>
        <translation>시스템 기본값</translation>
    </message>
    <message>
        <source>none: a stream of bytes</source>
        <translation>없음: 바이트 스트림</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>유지됨</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>the processes</source>
        <translation>프로세스들</translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 s</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>System calls a message</source>
        <translation>메시지당 시스템 호출</translation>
    </message>
    <message>
        <source>Of both ends together, counted by the processes, per message received.</source>
        <translation>양쪽 끝을 합쳐 프로세스가 센 값을 받은 메시지 수로 나눈 것입니다.</translation>
    </message>
    <message>
        <source>Copies a message (by design)</source>
        <translation>메시지당 복사 (설계상)</translation>
    </message>
    <message>
        <source>How often its bytes are copied from the sender&apos;s buffer to the receiver&apos;s: by design of the mechanism, not measured.</source>
        <translation>보내는 쪽 버퍼에서 받는 쪽 버퍼까지 바이트가 복사되는 횟수입니다. IPC 방식의 설계에서 나온 값이며 측정한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>CPU, s per million</source>
        <translation>CPU, 백만 개당 초</translation>
    </message>
    <message>
        <source>CPU time of the processes at its ends per million messages received, whatever else they did with it; told when they have ended (wait4).</source>
        <translation>양 끝 프로세스의 CPU 시간을 받은 메시지 백만 개당으로 나타낸 것으로, 다른 일에 쓴 시간도 들어갑니다. 프로세스가 끝나면 알 수 있습니다 (wait4).</translation>
    </message>
    <message>
        <source>Would block, send / receive</source>
        <translation>기다려야 함, 보내기 / 받기</translation>
    </message>
    <message>
        <source>Calls of non-blocking ends that came back without a message.</source>
        <translation>비차단 끝에서 메시지 없이 돌아온 호출의 수입니다.</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>첫 메시지</translation>
    </message>
    <message>
        <source>How long the first message was on its way; told when the run has ended. Later ones find warm caches and processes that are awake.</source>
        <translation>첫 메시지가 전달되는 데 걸린 시간으로, 실행이 끝나면 알 수 있습니다. 그다음 메시지는 캐시가 데워지고 프로세스가 깨어 있는 상태에서 전달됩니다.</translation>
    </message>
    <message>
        <source>none: a rendezvous</source>
        <translation>없음: 랑데부</translation>
    </message>
    <message>
        <source>From when it was really sent until it was received.</source>
        <translation>실제로 보낸 때부터 받을 때까지.</translation>
    </message>
    <message>
        <source>Transit, median</source>
        <translation>전달 시간, 중앙값</translation>
    </message>
    <message>
        <source>Transit, p99</source>
        <translation>전달 시간, p99</translation>
    </message>
    <message>
        <source>Transit, maximum</source>
        <translation>전달 시간, 최댓값</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>From when a message was due to be sent until it was received: a sender that is held up makes its messages wait before they are sent.</source>
        <translation>메시지를 보내기로 되어 있던 때부터 받을 때까지: 보내는 쪽이 막히면 메시지는 보내지기 전에 기다립니다.</translation>
    </message>
    <message>
        <source>From when a message was sent until it was received; none was due at a time.</source>
        <translation>메시지를 보낸 때부터 받을 때까지. 보낼 시각이 정해진 메시지는 없습니다.</translation>
    </message>
    <message>
        <source>the send time in the message, kept by the command</source>
        <translation>명령이 그대로 전달한 메시지 안의 송신 시각</translation>
    </message>
    <message>
        <source>Messages known from</source>
        <translation>메시지 수의 출처</translation>
    </message>
    <message>
        <source>Bytes known from</source>
        <translation>바이트 수의 출처</translation>
    </message>
    <message>
        <source>/proc/PID/io tells what a command reads and writes in all: other files it reads or writes count too.</source>
        <translation>/proc/PID/io는 명령이 읽고 쓴 바이트 전체를 알려 줍니다. 다른 파일을 읽거나 쓴 것도 함께 셉니다.</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>after %1 s, every %2 s, %3 probes</source>
        <translation>%1초 뒤, %2초마다, 탐침 %3번</translation>
    </message>
    <message>
        <source>Nagle&apos;s algorithm</source>
        <translation>네이글 알고리즘</translation>
    </message>
    <message>
        <source>On: a small segment waits while one before it is not acknowledged. Read back from the socket (TCP_NODELAY).</source>
        <translation>켬: 앞의 세그먼트가 확인되지 않은 동안 작은 세그먼트는 기다립니다. 소켓에서 다시 읽은 값(TCP_NODELAY).</translation>
    </message>
    <message>
        <source>Acknowledgements</source>
        <translation>확인 응답</translation>
    </message>
    <message>
        <source>The kernel may delay them, hoping that they can ride on an answer; or each receive is followed by a call that sends what is due (TCP_QUICKACK).</source>
        <translation>커널은 응답에 실어 보내려고 확인 응답을 미룰 수 있습니다. 아니면 받을 때마다 밀린 것을 보내는 호출이 뒤따릅니다(TCP_QUICKACK).</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>킵얼라이브</translation>
    </message>
    <message>
        <source>How a connection without traffic is probed. Read back from the socket.</source>
        <translation>오가는 것이 없는 연결을 어떻게 확인하는지. 소켓에서 다시 읽은 값.</translation>
    </message>
    <message>
        <source>Congestion control</source>
        <translation>혼잡 제어</translation>
    </message>
    <message>
        <source>Read back from the socket (TCP_CONGESTION).</source>
        <translation>소켓에서 다시 읽은 값(TCP_CONGESTION).</translation>
    </message>
    <message>
        <source>Writes a message</source>
        <translation>메시지당 쓰기</translation>
    </message>
    <message>
        <source>By how many calls each message is handed to the system.</source>
        <translation>메시지 하나를 몇 번의 호출로 시스템에 넘기는지.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off: sent when written</source>
        <translation>끔: 쓰는 즉시 보냄</translation>
    </message>
    <message>
        <source>may be delayed</source>
        <translation>미룰 수 있음</translation>
    </message>
    <message>
        <source>at once, after each receive</source>
        <translation>받을 때마다 바로</translation>
    </message>
    <message>
        <source>About this mechanism</source>
        <translation>이 IPC 방식에 대하여</translation>
    </message>
</context>
<context>
    <name>ipclab::LinkTable</name>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Its name in the experiment.</source>
        <translation>실험에서의 이름입니다.</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>What carries the messages.</source>
        <translation>메시지를 나르는 IPC 방식입니다.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>What the system really gave; the inspector shows what was asked for.</source>
        <translation>시스템이 실제로 준 용량입니다. 요청한 값은 속성 창에 있습니다.</translation>
    </message>
    <message>
        <source>Queued [messages]</source>
        <translation>대기량 [메시지]</translation>
    </message>
    <message>
        <source>Queued, system</source>
        <translation>대기량, 시스템</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>메시지/s</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>바이트/s</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>지연 p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>p99.9</source>
        <translation>p99.9</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Lost, repeated, out of order, corrupted: from sequence numbers and check values.</source>
        <translation>손실, 중복, 순서 바뀜, 손상: 순번과 검사값으로 셉니다.</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>세지 않음</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>손실 %1</translation>
    </message>
    <message>
        <source>%1 repeated</source>
        <translation>중복 %1</translation>
    </message>
    <message>
        <source>%1 out of order</source>
        <translation>순서 바뀜 %1</translation>
    </message>
    <message>
        <source>%1 corrupted</source>
        <translation>손상 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Blocked [s]</source>
        <translation>블록된 시간 [s]</translation>
    </message>
    <message>
        <source>Send / receive: time inside calls that could not go on, timed in the processes themselves; all ends of a side together.</source>
        <translation>보내기 / 받기: 진행할 수 없어 호출 안에서 보낸 시간을 프로세스가 직접 잰 것으로, 같은 쪽의 모든 끝을 합칩니다.</translation>
    </message>
    <message>
        <source>Would block</source>
        <translation>기다려야 함</translation>
    </message>
    <message>
        <source>Send / receive: calls of non-blocking ends that came back without a message.</source>
        <translation>보내기 / 받기: 비차단 끝에서 메시지 없이 돌아온 호출의 수입니다.</translation>
    </message>
    <message>
        <source>Calls/message</source>
        <translation>호출/메시지</translation>
    </message>
    <message>
        <source>Copies/message</source>
        <translation>복사/메시지</translation>
    </message>
    <message>
        <source>CPU [s/million]</source>
        <translation>CPU [s/백만 개]</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>첫 메시지</translation>
    </message>
    <message>
        <source>none: a rendezvous</source>
        <translation>없음: 랑데부</translation>
    </message>
</context>
<context>
    <name>ipclab::LookPage</name>
    <message>
        <source>Take a look</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Holds the thread for a moment (ptrace), reads its registers and its stack, and lets it go.</source>
        <translation>스레드를 잠깐 붙잡아(ptrace) 레지스터와 스택을 읽고 다시 놓아 줍니다.</translation>
    </message>
    <message>
        <source>Thread to look at</source>
        <translation>살펴볼 스레드</translation>
    </message>
    <message>
        <source>Call chain and registers</source>
        <translation>호출 사슬과 레지스터</translation>
    </message>
    <message>
        <source>Registers, the function at the program counter and who called it. Best while it is paused.</source>
        <translation>레지스터, 프로그램 카운터가 있는 함수와 그 호출자를 보여 줍니다. 일시정지 상태에서 보면 가장 좋습니다.</translation>
    </message>
    <message>
        <source>It was not looked at while it lived.</source>
        <translation>살아 있는 동안 살펴보지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing could be seen: %1.</source>
        <translation>볼 수 없었습니다: %1.</translation>
    </message>
    <message>
        <source>Thread %1 at %2, held for %3. It was %4.</source>
        <translation>스레드 %1, %2 시점, %3 동안 붙잡음. 당시 상태 %4.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 명령어</translation>
    </message>
    <message>
        <source>Step ×%1</source>
        <translation>명령어 ×%1</translation>
    </message>
    <message>
        <source>Instructions executed step by step</source>
        <translation>한 명령어씩 실행한 것</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>놓아주기</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>붙잡기</translation>
    </message>
    <message>
        <source>Lets the thread go on.</source>
        <translation>스레드를 계속하게 합니다.</translation>
    </message>
    <message>
        <source>Holds the thread where it is, until you let it go.</source>
        <translation>놓아줄 때까지 스레드를 그 자리에 붙잡아 둡니다.</translation>
    </message>
    <message numerus="yes">
        <source>Executes %n instruction(s), then holds the thread there (ptrace).</source>
        <translation>
            <numerusform>명령어 %n개를 실행하고 그 자리에 스레드를 붙잡습니다(ptrace).</numerusform>
        </translation>
    </message>
    <message>
        <source>The thread whose calls and registers are shown</source>
        <translation>호출과 레지스터를 표시할 스레드</translation>
    </message>
</context>
<context>
    <name>ipclab::MachineDialog</name>
    <message>
        <source>Looking what else is busy here…</source>
        <translation>여기서 또 무엇이 바쁜지 살피는 중…</translation>
    </message>
    <message>
        <source>Load averages of 1, 5 and 15 minutes: %1, %2, %3</source>
        <translation>1분, 5분, 15분 평균 부하: %1, %2, %3</translation>
    </message>
    <message>
        <source>Mitigation of %1</source>
        <translation>%1 완화</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>한도 %1</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>Facts of this machine</source>
        <translation>이 컴퓨터의 정보</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 살피기</translation>
    </message>
    <message>
        <source>Reads everything anew and looks for half a second what else is busy</source>
        <translation>모두 새로 읽고 또 무엇이 바쁜지 0.5초 동안 살핍니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ipclab::MachineTable</name>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What it is, and how it was had</source>
        <translation>뜻과 얻은 방법</translation>
    </message>
    <message>
        <source>What the machine did beside the run.</source>
        <translation>실행하는 동안 이 기계가 그 밖에 한 일.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>What the machine did beside the runs: the median over all of them, and from the least to the most.</source>
        <translation>실행들을 하는 동안 이 기계가 그 밖에 한 일: 모든 실행의 중앙값, 그리고 가장 작은 값부터 가장 큰 값까지.</translation>
    </message>
    <message>
        <source> (%1 % of a CPU)</source>
        <translation> (CPU의 %1 %)</translation>
    </message>
</context>
<context>
    <name>ipclab::MainWindow</name>
    <message>
        <source>Run these commands</source>
        <translation>명령 실행</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation>실행에 실패했습니다.</translation>
    </message>
    <message>
        <source>Deadlock: these processes wait for one another and cannot go on.</source>
        <translation>교착 상태: 이 프로세스들이 서로를 기다리며 더 나아갈 수 없습니다.</translation>
    </message>
    <message>
        <source>Show who waits</source>
        <translation>누가 기다리는지 보기</translation>
    </message>
    <message>
        <source>States are sampled here, not exact: short changes are missed.</source>
        <translation>여기서는 상태가 정확하지 않고 표본으로 관측됩니다. 짧은 변화는 보이지 않습니다.</translation>
    </message>
    <message>
        <source>States are sampled here, not exact: this system lets only programs with a special right observe context switches. This command gives it to the launcher alone, which gives it up before it starts any process; the next run is exact.</source>
        <translation>여기서는 상태가 정확하지 않고 표본으로 관측됩니다. 이 시스템은 특별한 권한이 있는 프로그램에만 문맥 교환의 관측을 허용하기 때문입니다. 다음 명령은 런처에만 그 권한을 주며, 런처는 프로세스를 시작하기 전에 권한을 버립니다. 다음 실행부터 정확해집니다.</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Keep what I did as steps</source>
        <translation>직접 한 일을 단계로 남기기</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) were written into the document.</source>
        <translation>
            <numerusform>단계 %n개를 문서에 적었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>The recording cannot be read.</source>
        <translation>기록을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>This file is no recording of ipclab.</source>
        <translation>이 파일은 ipclab의 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>This recording was written by a newer ipclab. Open it with that one.</source>
        <translation>더 새로운 ipclab이 쓴 기록입니다. 그 버전으로 여세요.</translation>
    </message>
    <message>
        <source>This recording is damaged and cannot be opened.</source>
        <translation>기록이 손상되어 열 수 없습니다.</translation>
    </message>
    <message>
        <source>Recorded on %1. This is a replay: nothing runs.</source>
        <translation>%1에 기록했습니다. 재생일 뿐, 실행 중인 것은 없습니다.</translation>
    </message>
    <message>
        <source>It was cut off before the run had ended.</source>
        <translation>실행이 끝나기 전에 끊겼습니다.</translation>
    </message>
    <message>
        <source>%1 · processors: %2 · Linux %3</source>
        <translation>%1 · 프로세서: %2 · Linux %3</translation>
    </message>
    <message>
        <source>Save the run as a recording</source>
        <translation>실행을 기록으로 저장</translation>
    </message>
    <message>
        <source>Recordings (*.ipclab)</source>
        <translation>기록 (*.ipclab)</translation>
    </message>
    <message>
        <source>The recording could not be saved.</source>
        <translation>기록을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>The experiments that come with the program, in groups. A click opens one, Enter runs it.</source>
        <translation>프로그램과 함께 온 실험을 묶음별로 보여 줍니다. 클릭하면 열리고 Enter를 누르면 실행됩니다.</translation>
    </message>
    <message>
        <source>Questions to predict, run and be judged, with what you have done so far.</source>
        <translation>예측하고 실행하고 판정받는 문제와 지금까지 한 것입니다.</translation>
    </message>
    <message>
        <source>Every program a process can be of. Drag one onto the canvas, or press Enter on it.</source>
        <translation>프로세스가 될 수 있는 모든 프로그램입니다. 캔버스로 끌거나 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>The processes of the experiment and the links between them. During a run each shows its state by colour, letter and pattern, and what it waits for.</source>
        <translation>실험의 프로세스와 그 사이의 링크입니다. 실행하는 동안 저마다 상태를 색, 글자, 무늬로 보여 주고 무엇을 기다리는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>What is selected: its properties, which can be edited, and during a run its figures and controls.</source>
        <translation>선택한 것입니다. 편집할 수 있는 속성과, 실행하는 동안의 값과 제어를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The charts of the run, on one time axis. Space freezes them, A and B put markers.</source>
        <translation>시간 축 하나를 함께 쓰는 실행의 차트입니다. Space는 고정하고 A와 B는 마커를 놓습니다.</translation>
    </message>
    <message>
        <source>The same run in figures: processes, links, events, queues, and what lies between the markers.</source>
        <translation>같은 실행을 값으로 보여 줍니다. 프로세스, 링크, 사건, 큐, 그리고 마커 사이에 있는 것입니다.</translation>
    </message>
    <message>
        <source>How closely the states of processes are observed. Closer costs more; what it costs here can be measured.</source>
        <translation>프로세스의 상태를 얼마나 자세히 관측할지 정합니다. 자세할수록 비용이 더 들며, 여기서 얼마나 드는지 측정할 수 있습니다.</translation>
    </message>
    <message>
        <source>Whether a run goes on, has ended or has failed.</source>
        <translation>실행이 진행 중인지, 끝났는지, 실패했는지를 나타냅니다.</translation>
    </message>
    <message>
        <source>The states a process can be in. Each has one colour, one letter and one pattern everywhere.</source>
        <translation>프로세스가 가질 수 있는 상태입니다. 상태마다 색, 글자, 무늬가 어디에서나 하나씩입니다.</translation>
    </message>
    <message>
        <source>Guide ▸ %1</source>
        <translation>안내서 ▸ %1</translation>
    </message>
    <message>
        <source>The recording cannot be read any further.</source>
        <translation>기록을 더 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>There can be no report of this file.</source>
        <translation>이 파일의 보고서를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Report a recording or a sweep</source>
        <translation>기록이나 스윕의 보고서</translation>
    </message>
    <message>
        <source>Recordings and sweeps (*.ipclab *.sweep);;All files (*)</source>
        <translation>기록과 스윕 (*.ipclab *.sweep);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Your notes could not be saved with the recording.</source>
        <translation>메모를 기록과 함께 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>A sweep is being measured: a run now would disturb it. Stop it first.</source>
        <translation>스윕을 측정하고 있어 지금 실행하면 방해가 됩니다. 먼저 중지하십시오.</translation>
    </message>
    <message>
        <source>A run goes on in the main window. Stop it first: each would disturb the other.</source>
        <translation>주 창에서 실행이 진행 중입니다. 서로 방해하므로 먼저 중지하십시오.</translation>
    </message>
    <message>
        <source>Sweep and compare</source>
        <translation>스윕과 비교</translation>
    </message>
    <message>
        <source>This sweep runs commands on your computer, with your rights, or raises the limits that keep a run from taking it down. Run it?</source>
        <translation>이 스윕은 사용자의 권한으로 컴퓨터에서 명령을 실행하거나, 실행이 컴퓨터를 멈추지 못하게 하는 한도를 올립니다. 실행하시겠습니까?</translation>
    </message>
    <message>
        <source>Nothing was run.</source>
        <translation>아무것도 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>An older ipclab wrote it, without the levels that long charts are drawn from: they are made now, in the background, as charts are looked at.</source>
        <translation>옛 ipclab이 쓴 기록이라 긴 차트를 그리는 데 쓰는 단계별 묶음이 없습니다. 차트를 보는 동안 뒤에서 만듭니다.</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>제출</translation>
    </message>
    <message>
        <source>What is handed in (*.zip)</source>
        <translation>제출물 (*.zip)</translation>
    </message>
    <message>
        <source>The run that is shown</source>
        <translation>지금 보이는 실행</translation>
    </message>
    <message>
        <source>It could not be written.</source>
        <translation>쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>Open an experiment, a recording, a sweep or an exercise</source>
        <translation>실험, 기록, 스윕, 실습 열기</translation>
    </message>
    <message>
        <source>Experiments, recordings, sweeps and exercises (*.ipclab.json *.json *.ipclab *.sweep *.zip);;All files (*)</source>
        <translation>실험, 기록, 스윕, 실습 (*.ipclab.json *.json *.ipclab *.sweep *.zip);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Exercises cannot be worked on here.</source>
        <translation>여기에서는 실습을 풀 수 없습니다.</translation>
    </message>
    <message>
        <source>The folder for what is done cannot be used.</source>
        <translation>한 일을 둘 폴더를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Open the folder of an exercise</source>
        <translation>실습 폴더 열기</translation>
    </message>
    <message>
        <source>Open the archive of an exercise</source>
        <translation>실습 압축 파일 열기</translation>
    </message>
    <message>
        <source>Exercises (*.zip lab.json)</source>
        <translation>실습 (*.zip lab.json)</translation>
    </message>
    <message>
        <source>This file is what you hand in; a report is in it.</source>
        <translation>이 파일을 제출하면 됩니다. 보고서도 들어 있습니다.</translation>
    </message>
    <message>
        <source>This experiment runs commands on your computer, with your rights. Run them?</source>
        <translation>이 실험은 사용자의 권한으로 이 컴퓨터에서 명령을 실행합니다. 실행할까요?</translation>
    </message>
    <message>
        <source>This experiment raises the limits that keep a run from taking your computer down. Run it all the same?</source>
        <translation>이 실험은 실행이 컴퓨터를 마비시키지 못하게 막는 한도를 높입니다. 그래도 실행할까요?</translation>
    </message>
    <message>
        <source>This experiment runs commands on your computer, with your rights, and raises the limits that keep a run from taking it down. Run them all the same?</source>
        <translation>이 실험은 사용자의 권한으로 컴퓨터에서 명령을 실행하며, 실행이 컴퓨터를 마비시키지 못하게 막는 한도도 높입니다. 그래도 실행할까요?</translation>
    </message>
    <message>
        <source>Nothing was run: “%1” cannot take what is typed there.</source>
        <translation>실행하지 않았습니다. ‘%1’에 입력한 값은 받아들일 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::MapLegend</name>
    <message>
        <source>own</source>
        <translation>자기 것</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>not in memory</source>
        <translation>메모리에 없음</translation>
    </message>
</context>
<context>
    <name>ipclab::Markdown</name>
    <message>
        <source>[picture: %1]</source>
        <translation>[그림: %1]</translation>
    </message>
</context>
<context>
    <name>ipclab::MatrixBuilder</name>
    <message>
        <source>One of the properties has values that cannot be.</source>
        <translation>속성 하나의 값이 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>Choose at least one property to vary.</source>
        <translation>바꿀 속성을 하나 이상 고르십시오.</translation>
    </message>
    <message>
        <source>Choose at least one mechanism.</source>
        <translation>메커니즘을 하나 이상 고르십시오.</translation>
    </message>
    <message>
        <source>Choose where the processes run.</source>
        <translation>프로세스가 실행될 위치를 고르십시오.</translation>
    </message>
    <message>
        <source>Mechanisms, one way</source>
        <translation>메커니즘, 한 방향</translation>
    </message>
    <message>
        <source>Mechanisms, there and back</source>
        <translation>메커니즘, 왕복</translation>
    </message>
    <message>
        <source>The open experiment</source>
        <translation>열린 실험</translation>
    </message>
    <message>
        <source>The open experiment: %1</source>
        <translation>열린 실험: %1</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>측정 대상</translation>
    </message>
    <message>
        <source>Mechanisms one way measure throughput, there and back the time of a round trip; of the open experiment any property can be varied</source>
        <translation>한 방향은 메커니즘의 처리량을, 왕복은 왕복 시간을 측정합니다. 열린 실험에서는 어떤 속성이든 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>From four on differences can be shown, from six on the median has a 95 % interval</source>
        <translation>네 번부터 차이를 보일 수 있고, 여섯 번부터 중앙값에 95 % 구간이 있습니다</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>한 번의 시간</translation>
    </message>
    <message>
        <source>How long each repeat runs; each cell is warmed up before, for 0.2 s that do not count</source>
        <translation>반복 한 번의 실행 시간. 각 칸은 먼저 0.2초 동안 워밍업하며 이는 세지 않습니다</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
</context>
<context>
    <name>ipclab::MeasuringDialog</name>
    <message>
        <source>Measuring. Other work on this machine disturbs it; nothing is drawn meanwhile but this.</source>
        <translation>측정 중입니다. 이 컴퓨터의 다른 작업이 방해합니다. 그동안 이 창만 다시 그립니다.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>The chart could not be saved: %1</source>
        <translation>차트를 저장할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Copied: %1 rows as CSV</source>
        <translation>복사됨: %1행(CSV)</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>다시 측정</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>차트 저장…</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV로 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>How often each is measured; from six on the median has a 95 % interval</source>
        <translation>각각을 측정하는 횟수. 여섯 번부터 중앙값의 95% 구간을 얻습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::MeasuringPage</name>
    <message>
        <source>Measuring</source>
        <translation>측정</translation>
    </message>
    <message>
        <source> /s</source>
        <translation>회/초</translation>
    </message>
    <message>
        <source>Both hold for experiments that do not say otherwise, from the next run on. What observing costs a whole experiment, Run ▸ Measure what observing costs tells.</source>
        <translation>둘 다 실험에 따로 적혀 있지 않을 때 다음 실행부터 적용됩니다. 관측이 실험 전체에 드는 비용은 실행 ▸ 관측 비용 재기로 알 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Observation</source>
        <translation>관측(&amp;O)</translation>
    </message>
    <message>
        <source>How often a second figures are taken and sampled states are looked at.</source>
        <translation>수치를 가져오고 표본으로 상태를 살피는 초당 횟수.</translation>
    </message>
    <message>
        <source>Measured here, now: one look at one process takes %1, so that ten sampled processes cost %2 % of a processor. Exact states cost by their changes.</source>
        <translation>지금 이 컴퓨터에서 잰 값: 프로세스 하나를 한 번 살피는 데 %1, 따라서 표본으로 관측하는 프로세스 열 개에 프로세서의 %2 %가 듭니다. 정확한 상태의 비용은 상태가 바뀌는 횟수에 달려 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>표본(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ipclab::MechanismChooser</name>
    <message>
        <source>Mechanisms</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Search mechanisms</source>
        <translation>방식 검색</translation>
    </message>
    <message>
        <source>not possible here</source>
        <translation>여기서는 불가능</translation>
    </message>
</context>
<context>
    <name>ipclab::MechanismField</name>
    <message>
        <source>Change the mechanism to %1</source>
        <translation>방식을 %1(으)로 변경</translation>
    </message>
</context>
<context>
    <name>ipclab::MechanismFilter</name>
    <message>
        <source>Full duplex</source>
        <translation>전이중</translation>
    </message>
    <message>
        <source>Between any processes</source>
        <translation>아무 프로세스 사이에서나</translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation>네트워크 너머까지</translation>
    </message>
    <message>
        <source>Keeps whole messages</source>
        <translation>메시지 경계 유지</translation>
    </message>
    <message>
        <source>Orders by priority</source>
        <translation>우선순위 순서</translation>
    </message>
    <message>
        <source>Many receivers</source>
        <translation>받는 쪽 여럿</translation>
    </message>
    <message>
        <source>Can be polled</source>
        <translation>poll 가능</translation>
    </message>
    <message>
        <source>Usable by commands</source>
        <translation>명령에서 사용 가능</translation>
    </message>
    <message>
        <source>Synchronised by the processes</source>
        <translation>프로세스가 동기화</translation>
    </message>
    <message>
        <source>At most one copy</source>
        <translation>복사 한 번 이하</translation>
    </message>
    <message>
        <source>Models of other systems</source>
        <translation>다른 시스템의 모형</translation>
    </message>
    <message>
        <source>Any traits</source>
        <translation>모든 특성</translation>
    </message>
</context>
<context>
    <name>ipclab::MechanismRows</name>
    <message>
        <source>“%1” is no size: give bytes, as 64, 4096</source>
        <translation>“%1”은(는) 크기가 아닙니다. 64, 4096처럼 바이트로 적으십시오</translation>
    </message>
    <message>
        <source>Mechanisms to measure</source>
        <translation>측정할 메커니즘</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Choose every mechanism that this machine has</source>
        <translation>이 컴퓨터에 있는 모든 메커니즘을 고릅니다</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>대표</translation>
    </message>
    <message>
        <source>One of each family: pipe, UNIX stream, TCP, message queue, shared memory</source>
        <translation>계열마다 하나: 파이프, UNIX 스트림, TCP, 메시지 큐, 공유 메모리</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Choose none of them</source>
        <translation>모두 고르지 않습니다</translation>
    </message>
    <message>
        <source>Message sizes in bytes</source>
        <translation>메시지 크기(바이트)</translation>
    </message>
    <message>
        <source>Each mechanism is measured with messages of each of these sizes: 64, 4096 or 64..65536*4</source>
        <translation>각 메커니즘을 이 크기의 메시지마다 측정합니다: 64, 4096 또는 64..65536*4</translation>
    </message>
    <message>
        <source>Where the processes run</source>
        <translation>프로세스가 실행될 위치</translation>
    </message>
    <message>
        <source>Both on one CPU</source>
        <translation>둘 다 한 CPU에서</translation>
    </message>
    <message>
        <source>Each on a CPU of its own</source>
        <translation>각각 다른 CPU에서</translation>
    </message>
    <message>
        <source>Wherever the system puts them</source>
        <translation>시스템이 정하는 곳에서</translation>
    </message>
    <message>
        <source>Bare loop beside</source>
        <translation>맨 루프와 함께</translation>
    </message>
    <message>
        <source>The same system calls without the laboratory&apos;s header, check and counters: the difference is what these cost</source>
        <translation>실험실의 헤더, 검사, 계수 없이 같은 시스템 콜만 합니다. 차이가 그 비용입니다</translation>
    </message>
</context>
<context>
    <name>ipclab::MechanismTable</name>
    <message>
        <source>Mechanism</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>누구 사이</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>전달 단위</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Lasts as long as</source>
        <translation>수명</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Longest message</source>
        <translation>가장 긴 메시지</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Synchronised by</source>
        <translation>동기화 주체</translation>
    </message>
    <message>
        <source>End told by</source>
        <translation>끝을 알리는 주체</translation>
    </message>
    <message>
        <source>Reliable</source>
        <translation>신뢰성</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>보내는 쪽</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>받는 쪽</translation>
    </message>
    <message>
        <source>For commands</source>
        <translation>명령에서 사용</translation>
    </message>
    <message>
        <source>Pollable</source>
        <translation>poll 가능</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>As in files and on the command line.</source>
        <translation>파일과 명령줄에서 쓰는 이름입니다.</translation>
    </message>
    <message>
        <source>Related processes inherit it from an ancestor; any processes find it by a name.</source>
        <translation>관계있는 프로세스는 조상에게서 물려받고, 아무 프로세스나 쓸 수 있는 것은 이름으로 찾습니다.</translation>
    </message>
    <message>
        <source>Whether it keeps the boundaries of messages, or is a stream of bytes.</source>
        <translation>메시지의 경계를 지키는지, 바이트 스트림인지를 나타냅니다.</translation>
    </message>
    <message>
        <source>How long the object outlives those that use it.</source>
        <translation>객체가 그것을 쓰는 프로세스보다 얼마나 오래 남는지를 나타냅니다.</translation>
    </message>
    <message>
        <source>What this system gives when nothing is asked for; found by making one.</source>
        <translation>아무것도 요구하지 않을 때 이 시스템이 주는 값으로, 실제로 하나 만들어서 알아냅니다.</translation>
    </message>
    <message>
        <source>The longest message this system would accept; asked of it, not read from a manual.</source>
        <translation>이 시스템이 받아들이는 가장 긴 메시지로, 설명서가 아니라 시스템에 물어서 알아냅니다.</translation>
    </message>
    <message>
        <source>Of a message&apos;s bytes from the sender&apos;s buffer to the receiver&apos;s; by design, not measured.</source>
        <translation>보내는 쪽 버퍼에서 받는 쪽 버퍼까지 메시지 바이트의 복사 횟수입니다. 설계에서 나온 값이며 측정한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>Who makes readers and writers wait for one another.</source>
        <translation>읽는 쪽과 쓰는 쪽이 서로 기다리게 하는 것이 누구인지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Who tells a receiver that every sender has gone.</source>
        <translation>보내는 쪽이 모두 떠났음을 받는 쪽에 알리는 것이 누구인지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Nothing sent to a receiver that lives is lost.</source>
        <translation>살아 있는 받는 쪽에 보낸 것은 사라지지 않습니다.</translation>
    </message>
    <message>
        <source>Its ends are descriptors that any command can read and write.</source>
        <translation>양 끝이 파일 디스크립터여서 어떤 명령이든 읽고 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>An end can be waited for by poll, outside its call.</source>
        <translation>호출 밖에서 poll로 끝을 기다릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Whether this machine can do it, and if not, why.</source>
        <translation>이 컴퓨터에서 되는지, 안 되면 왜 그런지를 나타냅니다.</translation>
    </message>
    <message>
        <source>pipes</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>sockets</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>message queues</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>공유 메모리</translation>
    </message>
    <message>
        <source>signals and events</source>
        <translation>시그널과 이벤트</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>remote calls</source>
        <translation>원격 호출</translation>
    </message>
    <message>
        <source>models</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>the processes</source>
        <translation>프로세스들</translation>
    </message>
    <message>
        <source>many</source>
        <translation>여럿</translation>
    </message>
    <message>
        <source>one</source>
        <translation>하나</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>단방향</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>반이중</translation>
    </message>
    <message>
        <source>full duplex</source>
        <translation>전이중</translation>
    </message>
    <message>
        <source>related processes</source>
        <translation>관계있는 프로세스</translation>
    </message>
    <message>
        <source>any processes</source>
        <translation>아무 프로세스</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>one process</source>
        <translation>한 프로세스</translation>
    </message>
    <message>
        <source>a stream of bytes</source>
        <translation>바이트 스트림</translation>
    </message>
    <message>
        <source>whole messages</source>
        <translation>메시지 단위</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>값 하나</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>first in, first out</source>
        <translation>먼저 온 것 먼저</translation>
    </message>
    <message>
        <source>by priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>none kept</source>
        <translation>순서 없음</translation>
    </message>
    <message>
        <source>its users</source>
        <translation>쓰는 프로세스까지</translation>
    </message>
    <message>
        <source>the kernel runs</source>
        <translation>커널이 도는 동안</translation>
    </message>
    <message>
        <source>its file</source>
        <translation>파일이 있는 동안</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>아니요: %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>This system has no such thing: it is a model of %1, built on this system&apos;s own primitives. What it teaches is the semantics, not the speed.</source>
        <translation>이 시스템에는 없는 것입니다. %1의 모형으로, 이 시스템의 기본 요소로 만들었습니다. 배울 것은 속도가 아니라 의미입니다.</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>여기서는 안 됨</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Buffers, send / receive</source>
        <translation>버퍼, 보내기 / 받기</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>한계</translation>
    </message>
    <message>
        <source>Documented in</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>시작 방법</translation>
    </message>
    <message>
        <source>How a process that has an end of it can be made; by exec where its library is in a program of its own.</source>
        <translation>끝점을 가진 프로세스를 만들 수 있는 방법입니다. 라이브러리가 별도의 프로그램에 있으면 exec로만 만듭니다.</translation>
    </message>
    <message>
        <source>exec only</source>
        <translation>exec만</translation>
    </message>
    <message>
        <source>any launch</source>
        <translation>모든 방법</translation>
    </message>
    <message>
        <source>who inherits a descriptor</source>
        <translation>파일 디스크립터를 물려받은 쪽</translation>
    </message>
    <message>
        <source>who shows the nonce of the link</source>
        <translation>링크의 논스를 보이는 쪽</translation>
    </message>
    <message>
        <source>mode %1</source>
        <translation>모드 %1</translation>
    </message>
    <message>
        <source>mode %1, in a folder of mode %2</source>
        <translation>모드 %1, 모드 %2인 폴더 안</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>열 수 있는 쪽</translation>
    </message>
    <message>
        <source>Its ends talk over connections, which one end may have several of.</source>
        <translation>양 끝이 연결로 주고받으며, 한쪽이 여러 연결을 가질 수 있습니다.</translation>
    </message>
    <message>
        <source>Who can open the object, asked of one that was made: an inherited descriptor, the permission bits of its name, or the nonce that strangers do not know.</source>
        <translation>누가 객체를 열 수 있는지, 만들어 본 객체에 물어본 것입니다: 물려받은 파일 디스크립터, 이름의 권한 비트, 또는 남이 모르는 논스.</translation>
    </message>
    <message>
        <source>What moves the bytes. In italics: a model of what another system has.</source>
        <translation>바이트를 옮기는 것입니다. 기울임꼴은 다른 시스템에 있는 것의 모형입니다.</translation>
    </message>
    <message>
        <source>What of the system it is made of.</source>
        <translation>시스템의 무엇으로 이루어졌는지입니다.</translation>
    </message>
    <message>
        <source>Which ways bytes can go over one object of it.</source>
        <translation>객체 하나로 바이트가 갈 수 있는 방향입니다.</translation>
    </message>
    <message>
        <source>How far apart its ends may be.</source>
        <translation>양 끝이 얼마나 떨어져 있을 수 있는지입니다.</translation>
    </message>
    <message>
        <source>In which order messages come out.</source>
        <translation>메시지가 나오는 순서입니다.</translation>
    </message>
    <message>
        <source>How many processes may send over one link.</source>
        <translation>링크 하나로 보낼 수 있는 프로세스의 수입니다.</translation>
    </message>
    <message>
        <source>How many processes may receive from one link.</source>
        <translation>링크 하나에서 받을 수 있는 프로세스의 수입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::MechanismsDialog</name>
    <message>
        <source>All families</source>
        <translation>모든 계열</translation>
    </message>
    <message>
        <source>%1 of %2 mechanisms</source>
        <translation>IPC 방식 %1 / %2개</translation>
    </message>
    <message>
        <source>Copied: %1 rows as CSV</source>
        <translation>복사함: CSV %1행</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>Filter by any word in the table</source>
        <translation>표 안의 낱말로 거르기</translation>
    </message>
    <message>
        <source>Filter mechanisms</source>
        <translation>IPC 방식 거르기</translation>
    </message>
    <message>
        <source>Family of mechanisms</source>
        <translation>IPC 방식의 계열</translation>
    </message>
    <message>
        <source>Trait the mechanisms must have</source>
        <translation>IPC 방식이 가져야 할 특성</translation>
    </message>
    <message>
        <source>Table of mechanisms</source>
        <translation>IPC 방식 표</translation>
    </message>
    <message>
        <source>No mechanism matches. Clear the filter to see all of them.</source>
        <translation>맞는 IPC 방식이 없습니다. 거르기를 지우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Details of the mechanism</source>
        <translation>IPC 방식의 자세한 내용</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV로 복사</translation>
    </message>
    <message>
        <source>Copies the rows as shown, with their titles</source>
        <translation>보이는 행을 제목과 함께 복사합니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Mechanisms and claims</source>
        <translation>IPC 방식과 주장</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>주장</translation>
    </message>
    <message>
        <source>Compare, measured…</source>
        <translation>측정하여 비교…</translation>
    </message>
    <message>
        <source>What they do on this machine, with messages of the sizes you choose</source>
        <translation>고른 크기의 메시지로 이 컴퓨터에서 무엇을 하는지 측정합니다</translation>
    </message>
</context>
<context>
    <name>ipclab::MemoryPage</name>
    <message>
        <source>Picture of the address space</source>
        <translation>주소 공간 그림</translation>
    </message>
    <message>
        <source>Sections of the address space</source>
        <translation>주소 공간의 구역</translation>
    </message>
    <message>
        <source>Mappings of the address space</source>
        <translation>주소 공간의 매핑</translation>
    </message>
    <message>
        <source>Not to be seen: %1</source>
        <translation>볼 수 없음: %1</translation>
    </message>
    <message>
        <source>%1 mapped, %2 of it in memory</source>
        <translation>매핑 %1, 그중 메모리에 %2</translation>
    </message>
    <message>
        <source>It has more mappings than are read here.</source>
        <translation>여기서 읽는 것보다 매핑이 더 많습니다.</translation>
    </message>
    <message>
        <source>Each block is one line high, and beyond that to scale: one pixel is %1.</source>
        <translation>블록마다 한 줄 높이이고 그 이상은 크기에 비례합니다. 한 픽셀은 %1입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::NetworkControl</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Share of messages that it drops; over a byte stream they come 200 ms late instead.</source>
        <translation>버리는 메시지의 비율입니다. 바이트 스트림에서는 버리지 않고 200 ms 늦게 보냅니다.</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Share of messages that it sends twice; none over a byte stream.</source>
        <translation>두 번 보내는 메시지의 비율입니다. 바이트 스트림에서는 없습니다.</translation>
    </message>
    <message>
        <source>Reordering</source>
        <translation>순서 바뀜</translation>
    </message>
    <message>
        <source>Share of messages that it lets the next one overtake; none over a byte stream.</source>
        <translation>다음 메시지가 앞지르게 하는 메시지의 비율입니다. 바이트 스트림에서는 없습니다.</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>How long it keeps every message.</source>
        <translation>모든 메시지를 붙잡아 두는 시간입니다.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>How long it keeps a message at most beyond the delay, by chance.</source>
        <translation>지연에 더해 확률에 따라 메시지를 붙잡아 두는 최대 시간입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>메시지 닫기</translation>
    </message>
</context>
<context>
    <name>ipclab::ObserverCostNotice</name>
    <message>
        <source>Measuring what observing costs: short run %1 of %2, with and without the observer in turn.</source>
        <translation>관측 비용을 재는 중: 짧은 실행 %1/%2, 관측을 켜고 끄며 번갈아 실행합니다.</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>측정 중지</translation>
    </message>
    <message>
        <source>messages received</source>
        <translation>받은 메시지</translation>
    </message>
    <message>
        <source>rounds of work</source>
        <translation>작업 반복 횟수</translation>
    </message>
    <message>
        <source>Observed, this experiment does %1 % of what it does unobserved (%2 to %3 %, median of %4 pairs of runs of %5 s, counted in %6).</source>
        <translation>관측하면 이 실험은 관측하지 않을 때의 %1 %만큼 일합니다 (%2~%3 %, %5초 실행 %4쌍의 중앙값, 기준: %6).</translation>
    </message>
    <message>
        <source>What observing costs was not measured.</source>
        <translation>관측 비용을 재지 못했습니다.</translation>
    </message>
    <message>
        <source>A program keeps to a given rate: what observing takes hides in its pauses.</source>
        <translation>한 프로그램이 정해진 속도를 지키므로, 관측에 드는 비용은 그 쉬는 시간에 가려집니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::ObserverCostRun</name>
    <message>
        <source>this experiment is not observed: there is nothing to compare</source>
        <translation>이 실험은 관측하지 않으므로 비교할 것이 없습니다</translation>
    </message>
    <message>
        <source>nothing was counted that could be compared: no messages, no rounds of work</source>
        <translation>비교할 수 있는 것이 세어지지 않았습니다: 메시지도 작업 반복도 없습니다</translation>
    </message>
    <message>
        <source>stopped before everything was measured</source>
        <translation>모두 재기 전에 중지했습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::OverviewStrip</name>
    <message>
        <source>Overview of the run</source>
        <translation>실행 전체 보기</translation>
    </message>
    <message>
        <source>The whole run. Drag the frame to go elsewhere, its edges to zoom; a double click shows everything.</source>
        <translation>실행 전체입니다. 틀을 끌면 다른 곳으로, 틀의 가장자리를 끌면 확대·축소됩니다. 두 번 클릭하면 전체를 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::OwnProgramPanel</name>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Your program</source>
        <translation>내 프로그램</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Use an executable…</source>
        <translation>실행 파일 사용…</translation>
    </message>
    <message>
        <source>Starter again</source>
        <translation>시작 코드로</translation>
    </message>
    <message>
        <source>Source of your program, in C</source>
        <translation>내 프로그램의 C 소스</translation>
    </message>
    <message>
        <source>What the compiler said</source>
        <translation>컴파일러의 메시지</translation>
    </message>
    <message>
        <source>cc %1: whatever compiles then runs in this step, with limits of time, memory and processes</source>
        <translation>cc %1: 컴파일된 것이 이 단계에서 시간, 메모리, 프로세스 수의 제한 안에서 실행됩니다</translation>
    </message>
    <message>
        <source>A C source takes the place of what is here</source>
        <translation>C 소스 파일이 여기 있는 것을 대신합니다</translation>
    </message>
    <message>
        <source>Any program of your own, in any language: a copy of it runs in this step</source>
        <translation>어떤 언어로 된 것이든 내 프로그램의 사본이 이 단계에서 실행됩니다</translation>
    </message>
    <message>
        <source>Open a C source</source>
        <translation>C 소스 열기</translation>
    </message>
    <message>
        <source>C sources (*.c);;All files (*)</source>
        <translation>C 소스 (*.c);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Use an executable</source>
        <translation>실행 파일 사용</translation>
    </message>
    <message>
        <source>It cannot be compiled.</source>
        <translation>컴파일할 수 없습니다.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>It cannot be the program of this step.</source>
        <translation>이 단계의 프로그램이 될 수 없습니다.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>The compiler is at work.</source>
        <translation>컴파일하고 있습니다.</translation>
    </message>
    <message>
        <source>It does not compile.</source>
        <translation>컴파일되지 않습니다.</translation>
    </message>
    <message>
        <source>A copy of %1 runs in this step.</source>
        <translation>%1의 사본이 이 단계에서 실행됩니다.</translation>
    </message>
    <message>
        <source>Not compiled yet: there is nothing that could run.</source>
        <translation>아직 컴파일하지 않아 실행할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Changed since it was compiled: what was compiled last is what runs.</source>
        <translation>컴파일한 뒤에 바뀌었습니다. 실행되는 것은 마지막으로 컴파일한 것입니다.</translation>
    </message>
    <message>
        <source>Compiled. It runs in this step.</source>
        <translation>컴파일되었습니다. 이 단계에서 실행됩니다.</translation>
    </message>
    <message>
        <source>Stop the compiler</source>
        <translation>컴파일 중지</translation>
    </message>
    <message>
        <source>It does not compile. Errors: %1</source>
        <translation>컴파일되지 않습니다. 오류: %1</translation>
    </message>
    <message>
        <source>Compiled. It runs in this step. Warnings: %1</source>
        <translation>컴파일되었습니다. 이 단계에서 실행됩니다. 경고: %1</translation>
    </message>
    <message>
        <source>Larger editor: your program in a window of its own</source>
        <translation>큰 편집기: 내 프로그램을 별도의 창에서 봅니다</translation>
    </message>
    <message>
        <source>Larger editor</source>
        <translation>큰 편집기</translation>
    </message>
    <message>
        <source>The editor is in a window of its own.</source>
        <translation>편집기가 별도의 창에 있습니다.</translation>
    </message>
    <message>
        <source>Bring it back here</source>
        <translation>여기로 되돌리기</translation>
    </message>
    <message>
        <source>What the compiler said, before you changed it:</source>
        <translation>고치기 전에 컴파일러가 한 말:</translation>
    </message>
    <message>
        <source>Your program: %1</source>
        <translation>내 프로그램: %1</translation>
    </message>
    <message>
        <source>Changed since it did not compile. Errors then: %1</source>
        <translation>컴파일에 실패한 뒤 고쳤습니다. 그때의 오류: %1</translation>
    </message>
    <message>
        <source>Tab indents, Shift+Tab does the opposite. Ctrl+Tab or Escape leaves the editor, Ctrl+Enter compiles.</source>
        <translation>Tab은 들여쓰고 Shift+Tab은 되돌립니다. Ctrl+Tab이나 Esc는 편집기를 벗어나고, Ctrl+Enter는 컴파일합니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::PaintedPicture</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder, or free some space.</source>
        <translation>%1을(를) 쓸 수 없습니다: %2. 다른 폴더를 고르거나 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>A picture of %1 × %2 pixels is too large: the limit is %3 million pixels. Choose a smaller size.</source>
        <translation>%1 × %2 픽셀의 그림은 너무 큽니다. 한도는 %3 메가픽셀입니다. 더 작은 크기를 고르세요.</translation>
    </message>
    <message>
        <source>%1: charts are saved as .png, .svg or .pdf. Give the file one of these endings.</source>
        <translation>%1: 차트는 .png, .svg, .pdf로 저장됩니다. 파일 이름을 이 중 하나로 끝내세요.</translation>
    </message>
</context>
<context>
    <name>ipclab::PalettePanel</name>
    <message>
        <source>Drag a program onto the canvas, or press Enter on it.</source>
        <translation>프로그램을 캔버스로 끌어다 놓거나 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Search programs</source>
        <translation>프로그램 검색</translation>
    </message>
    <message>
        <source>Search the programs</source>
        <translation>프로그램 검색</translation>
    </message>
    <message>
        <source>Programs to add</source>
        <translation>추가할 프로그램</translation>
    </message>
    <message>
        <source>No program matches. Clear the search to see all of them.</source>
        <translation>맞는 프로그램이 없습니다. 검색을 지우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Add to the experiment</source>
        <translation>실험에 추가</translation>
    </message>
    <message>
        <source>Adds a process of this program</source>
        <translation>이 프로그램의 프로세스를 추가합니다</translation>
    </message>
</context>
<context>
    <name>ipclab::PartList</name>
    <message>
        <source>%1 s  %2: %3</source>
        <translation>%1초  %2: %3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Shared objects</source>
        <translation>공유 객체</translation>
    </message>
    <message>
        <source>What is done to processes while it runs, at its time.</source>
        <translation>실행하는 동안 정해진 시각에 프로세스에 하는 일입니다.</translation>
    </message>
    <message>
        <source>What processes share in memory, and what synchronises them.</source>
        <translation>프로세스가 메모리에서 공유하는 것과 이를 동기화하는 도구입니다.</translation>
    </message>
    <message>
        <source>Return or a click opens its properties, Delete removes it.</source>
        <translation>Enter 키나 클릭으로 속성을 열고, Delete 키로 제거합니다.</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Add object</source>
        <translation>객체 추가</translation>
    </message>
    <message>
        <source>Adds a step after the last one and opens its properties.</source>
        <translation>마지막 단계 뒤에 단계를 추가하고 속성을 엽니다.</translation>
    </message>
    <message>
        <source>Adds a shared object and opens its properties.</source>
        <translation>공유 객체를 추가하고 속성을 엽니다.</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Add a shared object</source>
        <translation>공유 객체 추가</translation>
    </message>
    <message>
        <source>Remove a step</source>
        <translation>단계 제거</translation>
    </message>
    <message>
        <source>Remove a shared object</source>
        <translation>공유 객체 제거</translation>
    </message>
</context>
<context>
    <name>ipclab::PartPage</name>
    <message>
        <source>Remove a step</source>
        <translation>단계 제거</translation>
    </message>
    <message>
        <source>Remove a shared object</source>
        <translation>공유 객체 제거</translation>
    </message>
    <message>
        <source>‹ Experiment</source>
        <translation>‹ 실험</translation>
    </message>
    <message>
        <source>Back to the experiment</source>
        <translation>실험으로 돌아가기</translation>
    </message>
    <message>
        <source>It was not there in the run that is shown.</source>
        <translation>보이는 실행에는 없던 것입니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Removes it from the experiment; Undo brings it back.</source>
        <translation>실험에서 제거합니다. 실행 취소로 되살릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::PartRows</name>
    <message>
        <source>Section</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Addresses that are mapped.</source>
        <translation>매핑된 주소의 크기입니다.</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>메모리에 있음</translation>
    </message>
    <message>
        <source>Resident now (Rss of /proc/PID/smaps).</source>
        <translation>지금 상주하는 양 (/proc/PID/smaps의 Rss).</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>자기 것</translation>
    </message>
    <message>
        <source>In memory, and mapped by nobody else (Private_Clean + Private_Dirty).</source>
        <translation>메모리에 있고 혼자만 매핑한 양 (Private_Clean + Private_Dirty).</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>In memory, and mapped by others too (Shared_Clean + Shared_Dirty).</source>
        <translation>메모리에 있고 다른 프로세스도 매핑한 양 (Shared_Clean + Shared_Dirty).</translation>
    </message>
    <message>
        <source>Fair share</source>
        <translation>비례 몫</translation>
    </message>
    <message>
        <source>Shared pages divided by how many map them (Pss).</source>
        <translation>공유 페이지를 매핑한 수로 나눈 양 (Pss).</translation>
    </message>
    <message>
        <source>Swapped</source>
        <translation>스왑</translation>
    </message>
    <message>
        <source>Mappings</source>
        <translation>매핑</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>모두 합쳐</translation>
    </message>
    <message>
        <source>From address</source>
        <translation>시작 주소</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>r read, w write, x execute; p private, s shared.</source>
        <translation>r 읽기, w 쓰기, x 실행, p 개인, s 공유.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>TID</source>
        <translation>TID</translation>
    </message>
    <message>
        <source>The thread&apos;s number; the main thread&apos;s is that of the process.</source>
        <translation>스레드 번호. 주 스레드의 번호는 프로세스 식별자(PID)와 같습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>It ran there last.</source>
        <translation>마지막으로 실행된 CPU입니다.</translation>
    </message>
    <message>
        <source>Waits in</source>
        <translation>대기 위치</translation>
    </message>
    <message>
        <source>The system call, or the kernel&apos;s function, that it sleeps in.</source>
        <translation>잠들어 있는 시스템 호출 또는 커널 함수.</translation>
    </message>
    <message>
        <source>On CPU [s]</source>
        <translation>CPU 사용 [초]</translation>
    </message>
    <message>
        <source>From schedstat, exact.</source>
        <translation>schedstat의 정확한 값.</translation>
    </message>
    <message>
        <source>Ready [s]</source>
        <translation>준비 [초]</translation>
    </message>
    <message>
        <source>Run delay, from schedstat, exact.</source>
        <translation>실행 지연, schedstat의 정확한 값.</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>할당 횟수</translation>
    </message>
    <message>
        <source>Switches, own</source>
        <translation>문맥 교환, 자발적</translation>
    </message>
    <message>
        <source>Switches, forced</source>
        <translation>문맥 교환, 강제</translation>
    </message>
    <message>
        <source>User [s]</source>
        <translation>사용자 [초]</translation>
    </message>
    <message>
        <source>Kernel [s]</source>
        <translation>커널 [초]</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>디렉터리</translation>
    </message>
    <message>
        <source>device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>터미널</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>파이프</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>memfd</source>
        <translation>memfd</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>공유 메모리</translation>
    </message>
    <message>
        <source>message queue</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>event counter</source>
        <translation>이벤트 카운터</translation>
    </message>
    <message>
        <source>epoll</source>
        <translation>epoll</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>타이머</translation>
    </message>
    <message>
        <source>process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>file changes</source>
        <translation>파일 변경</translation>
    </message>
    <message>
        <source>performance event</source>
        <translation>성능 이벤트</translation>
    </message>
    <message>
        <source>io_uring</source>
        <translation>io_uring</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>both</source>
        <translation>양쪽</translation>
    </message>
    <message>
        <source>read</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>%1: sends</source>
        <translation>%1: 보냄</translation>
    </message>
    <message>
        <source>%1: receives</source>
        <translation>%1: 받음</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>The descriptor: its number in this process.</source>
        <translation>이 프로세스에서의 파일 디스크립터 번호입니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>가리키는 곳</translation>
    </message>
    <message>
        <source>The link of the experiment and which end of it, else what the kernel says.</source>
        <translation>실험의 링크와 그 끝, 아니면 커널이 말하는 것.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Opened for reading, writing or both.</source>
        <translation>읽기, 쓰기 또는 양쪽으로 열림.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>As /proc/PID/fd has it.</source>
        <translation>/proc/PID/fd에 적힌 그대로.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>플래그</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 시간</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>파일 크기</translation>
    </message>
    <message>
        <source>Data size</source>
        <translation>데이터 크기</translation>
    </message>
    <message>
        <source>Stack size</source>
        <translation>스택 크기</translation>
    </message>
    <message>
        <source>Core file size</source>
        <translation>코어 파일 크기</translation>
    </message>
    <message>
        <source>Resident memory</source>
        <translation>상주 메모리</translation>
    </message>
    <message>
        <source>Processes of the user</source>
        <translation>사용자의 프로세스 수</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>열린 파일 수</translation>
    </message>
    <message>
        <source>Locked memory</source>
        <translation>고정된 메모리</translation>
    </message>
    <message>
        <source>Address space</source>
        <translation>주소 공간</translation>
    </message>
    <message>
        <source>File locks</source>
        <translation>파일 락</translation>
    </message>
    <message>
        <source>Pending signals</source>
        <translation>대기 시그널</translation>
    </message>
    <message>
        <source>Message queues</source>
        <translation>메시지 큐</translation>
    </message>
    <message>
        <source>Nice, up to</source>
        <translation>나이스 한도</translation>
    </message>
    <message>
        <source>Real-time priority</source>
        <translation>실시간 우선순위</translation>
    </message>
    <message>
        <source>Real-time CPU time</source>
        <translation>실시간 CPU 시간</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>무제한</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>The soft limit: what holds. The process may raise it up to the hard one.</source>
        <translation>소프트 한도: 지금 적용되는 값. 프로세스가 하드 한도까지 올릴 수 있습니다.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>The hard limit: only the privileged raise it.</source>
        <translation>하드 한도: 권한이 있어야 올릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Queued, of the user</source>
        <translation>사용자의 대기열</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>처리함</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>default</source>
        <translation>기본</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>막힘</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Call chain, the innermost first</source>
        <translation>호출 사슬, 가장 안쪽부터</translation>
    </message>
    <message>
        <source>no name in %1</source>
        <translation>%1 안, 이름 없음</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>레지스터</translation>
    </message>
    <message>
        <source>Signals: what each does, and whether it is held back</source>
        <translation>시그널: 하는 일, 그리고 막혀 있는지</translation>
    </message>
</context>
<context>
    <name>ipclab::PartSizes</name>
    <message>
        <source>Size of the &amp;part with the focus</source>
        <translation>초점이 있는 부분의 크기(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>넓게(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>좁게(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Higher</source>
        <translation>높게(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>낮게(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ipclab::PictureMenu</name>
    <message>
        <source>Copy as picture, %1 ×</source>
        <translation>그림으로 복사, %1배</translation>
    </message>
    <message>
        <source>Copy as &amp;SVG</source>
        <translation>SVG로 복사(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ipclab::PlayerBar</name>
    <message>
        <source>%1 of %2 s</source>
        <translation>%1 / %2초</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>재생기</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>The moment that is shown: canvas, tables, inspector and states are as they were then</source>
        <translation>보여 주는 시점. 캔버스, 표, 속성 창, 상태는 그때의 모습입니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>So many times as fast as it was</source>
        <translation>실제 속도의 몇 배인지</translation>
    </message>
    <message>
        <source>The moment that is shown, and the end of the recording, since the start of the run. Totals and counters are kept four times a second: they are those of the last time before.</source>
        <translation>표시하는 순간과 기록의 끝(실행 시작부터). 합계와 카운터는 1초에 네 번 기록하므로, 그 순간 앞의 마지막 값입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::PredictionChart</name>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>counts as right</source>
        <translation>맞은 것으로 치는 범위</translation>
    </message>
    <message>
        <source>Measured: %1.</source>
        <translation>측정: %1.</translation>
    </message>
    <message>
        <source>Predicted: %1.</source>
        <translation>예측: %1.</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2번 중 %1번</translation>
    </message>
    <message>
        <source>seconds in a state</source>
        <translation>상태에 있던 시간(초)</translation>
    </message>
    <message>
        <source>seconds it waited for</source>
        <translation>기다린 시간(초)</translation>
    </message>
    <message>
        <source>set in the experiment</source>
        <translation>실험의 설정값</translation>
    </message>
    <message>
        <source>processes ended by signal %1</source>
        <translation>시그널 %1에 종료된 프로세스</translation>
    </message>
    <message>
        <source>processes that ended</source>
        <translation>종료된 프로세스</translation>
    </message>
    <message>
        <source>processes that ended with exit code %1</source>
        <translation>종료 코드가 %1인 프로세스</translation>
    </message>
    <message>
        <source>times it was ended by signal %1</source>
        <translation>시그널 %1에 종료된 횟수</translation>
    </message>
    <message>
        <source>times it ended</source>
        <translation>종료된 횟수</translation>
    </message>
    <message>
        <source>times it ended with exit code %1</source>
        <translation>종료 코드가 %1인 종료 횟수</translation>
    </message>
    <message>
        <source>children that ended</source>
        <translation>종료된 자식</translation>
    </message>
    <message>
        <source>children that ended by %1</source>
        <translation>종료 원인이 %1인 자식</translation>
    </message>
    <message>
        <source>times this was granted: %1</source>
        <translation>허용된 횟수: %1</translation>
    </message>
    <message>
        <source>how often: %1</source>
        <translation>횟수: %1</translation>
    </message>
    <message>
        <source>before exec</source>
        <translation>exec 전</translation>
    </message>
    <message>
        <source>after exec</source>
        <translation>exec 후</translation>
    </message>
    <message>
        <source>of the child</source>
        <translation>자식의</translation>
    </message>
    <message>
        <source>%1, the largest</source>
        <translation>%1 중 가장 큰 값</translation>
    </message>
    <message>
        <source>%1, the smallest</source>
        <translation>%1 중 가장 작은 값</translation>
    </message>
    <message>
        <source>%1, the sum</source>
        <translation>%1의 합</translation>
    </message>
    <message>
        <source>%1, the mean</source>
        <translation>%1의 평균</translation>
    </message>
    <message>
        <source>%1 ended at</source>
        <translation>%1의 종료 시각</translation>
    </message>
    <message>
        <source>%1 was started at</source>
        <translation>%1이(가) 시작된 시각</translation>
    </message>
    <message>
        <source>first time of: %1</source>
        <translation>처음 일어난 시각: %1</translation>
    </message>
    <message>
        <source>last time of: %1</source>
        <translation>마지막으로 일어난 시각: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>known</source>
        <translation>알려진 답</translation>
    </message>
    <message>
        <source>end %2 of %1</source>
        <translation>%1의 끝 %2</translation>
    </message>
    <message>
        <source>Known, not measured: %1.</source>
        <translation>알려진 답(측정하지 않음): %1.</translation>
    </message>
</context>
<context>
    <name>ipclab::PredictionEditor</name>
    <message>
        <source>You predicted %1; measured: %2.</source>
        <translation>예측: %1, 측정: %2.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>✓ That is so.</source>
        <translation>✓ 맞았습니다.</translation>
    </message>
    <message>
        <source>✗ It is otherwise.</source>
        <translation>✗ 예측과 다릅니다.</translation>
    </message>
    <message>
        <source>You predicted %1.</source>
        <translation>예측: %1.</translation>
    </message>
    <message>
        <source>You predict %1. It can be changed until the step is run.</source>
        <translation>예측: %1. 단계를 실행하기 전까지 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Not predicted yet.</source>
        <translation>아직 예측하지 않았습니다.</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1에서 %2까지</translation>
    </message>
    <message>
        <source>From the least to the most: drag the rows, or move one with the buttons</source>
        <translation>가장 작은 것부터 가장 큰 것까지. 줄을 끌거나 단추로 옮기세요</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측하기</translation>
    </message>
    <message>
        <source>Drag each point to where you expect it; with the keys: ← → choose a point, ↑ ↓ move it</source>
        <translation>점마다 예상하는 높이로 끄세요. 키보드로는 ← →로 점을 고르고 ↑ ↓로 옮깁니다</translation>
    </message>
    <message>
        <source>You predicted %1; known, not measured: %2.</source>
        <translation>예측: %1, 알려진 답(측정하지 않음): %2.</translation>
    </message>
</context>
<context>
    <name>ipclab::PredictionView</name>
    <message>
        <source>Prediction and measurement</source>
        <translation>예측과 측정</translation>
    </message>
    <message>
        <source>What you predicted and what was measured. A right click copies it as a picture.</source>
        <translation>예측한 것과 측정된 것입니다. 마우스 오른쪽 단추로 그림을 복사할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::PresetTree</name>
    <message>
        <source>Start here</source>
        <translation>여기서 시작</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지 전달</translation>
    </message>
    <message>
        <source>Mechanisms</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>클라이언트와 서버</translation>
    </message>
    <message>
        <source>Pipelines and groups</source>
        <translation>파이프라인과 여러 프로세스</translation>
    </message>
</context>
<context>
    <name>ipclab::ProblemsPanel</name>
    <message>
        <source>%1 cannot be run as it stands:</source>
        <translation>%1은(는) 이대로 실행할 수 없습니다:</translation>
    </message>
    <message>
        <source>%1 is sound, but this machine cannot run it:</source>
        <translation>%1은(는) 올바르지만 이 컴퓨터에서 실행할 수 없습니다:</translation>
    </message>
    <message>
        <source>%1 can be run. Worth knowing before:</source>
        <translation>%1은(는) 실행할 수 있습니다. 먼저 알아 둘 점:</translation>
    </message>
    <message>
        <source>Problems of the document</source>
        <translation>문서의 문제</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>목록 닫기</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessControls</name>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>메시지/s</translation>
    </message>
    <message>
        <source>How many messages it makes or takes a second. Takes effect at once.</source>
        <translation>초당 만들거나 받는 메시지 수입니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Work per message</source>
        <translation>메시지당 작업</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>Computation for each message, burning CPU time. Takes effect at once.</source>
        <translation>메시지마다 CPU 시간을 쓰는 계산입니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Message size</source>
        <translation>메시지 크기</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>The whole message with its header of %1 bytes. During a run at most what its links were made for.</source>
        <translation>%1바이트 머리말을 포함한 메시지 전체 크기입니다. 실행 중에는 링크를 만들 때 정한 크기까지만 가능합니다.</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>종료 요청</translation>
    </message>
    <message>
        <source>Sends SIGTERM: the process may clean up and end.</source>
        <translation>SIGTERM을 보냅니다. 프로세스가 정리하고 끝낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>강제 종료</translation>
    </message>
    <message>
        <source>Sends SIGKILL: the kernel ends it at once; it cannot clean up.</source>
        <translation>SIGKILL을 보냅니다. 커널이 즉시 끝내며 정리할 수 없습니다.</translation>
    </message>
    <message>
        <source>Controls: they act at once</source>
        <translation>제어: 바로 적용됩니다</translation>
    </message>
    <message>
        <source>Settings of the next run</source>
        <translation>다음 실행의 설정</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Stops it with SIGSTOP, continues it with SIGCONT.</source>
        <translation>SIGSTOP으로 멈추고 SIGCONT로 계속합니다.</translation>
    </message>
    <message>
        <source>Asks the program to rest after its present message.</source>
        <translation>지금 메시지를 마친 뒤 쉬도록 프로그램에 요청합니다.</translation>
    </message>
    <message>
        <source>iterations/s</source>
        <translation>회/s</translation>
    </message>
    <message>
        <source>How many iterations of its work it does a second. Takes effect at once.</source>
        <translation>초당 자신의 작업을 반복하는 횟수입니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Work per iteration</source>
        <translation>반복당 작업</translation>
    </message>
    <message>
        <source>Computation in each iteration, burning CPU time. Takes effect at once.</source>
        <translation>반복마다 하는 계산으로 CPU 시간을 씁니다. 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>물러나기</translation>
    </message>
    <message>
        <source>Starts it now: it joins its links while the others go on.</source>
        <translation>지금 시작합니다. 다른 프로세스가 계속하는 동안 링크에 참여합니다.</translation>
    </message>
    <message>
        <source>Asks it to end as at the end of a run, while the others go on.</source>
        <translation>다른 프로세스가 계속하는 동안, 실행이 끝날 때처럼 스스로 끝나라고 요청합니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessInspector</name>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>State, controls and totals.</source>
        <translation>상태, 조작, 합계.</translation>
    </message>
    <message>
        <source>All of it in a window of its own, with room for every column.</source>
        <translation>모든 열이 보이는 별도의 창에서 봅니다.</translation>
    </message>
    <message>
        <source>Open the details in a window</source>
        <translation>자세한 정보를 창으로 열기</translation>
    </message>
    <message>
        <source>Which of the equal processes</source>
        <translation>같은 프로세스 가운데 어느 것</translation>
    </message>
    <message>
        <source>Several equal processes: which of them is looked at and steered.</source>
        <translation>같은 프로세스 여럿 가운데 어느 것을 보고 제어할지 고릅니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessPage</name>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>%1; lane: %2</source>
        <translation>%1; 레인: %2</translation>
    </message>
    <message>
        <source>Launched by</source>
        <translation>생성 방법</translation>
    </message>
    <message>
        <source>fork: runs in the copy of its parent. exec, posix_spawn, vfork: a program of its own. QProcess: made by this window, which is its parent.</source>
        <translation>fork: 부모의 복사본에서 실행됩니다. exec, posix_spawn, vfork: 자기 프로그램을 새로 적재합니다. QProcess: 이 창이 만들며 이 창이 부모입니다.</translation>
    </message>
    <message>
        <source>Process number (PID)</source>
        <translation>프로세스 식별자(PID)</translation>
    </message>
    <message>
        <source>Parent&apos;s number (PPID)</source>
        <translation>부모 프로세스 식별자(PPID)</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>수명</translation>
    </message>
    <message>
        <source>States known from</source>
        <translation>상태의 출처</translation>
    </message>
    <message>
        <source>Switch records are exact; samples of /proc miss short changes.</source>
        <translation>문맥 교환 기록은 정확하고, /proc 표본은 짧은 변화를 놓칩니다.</translation>
    </message>
    <message>
        <source>Since it was launched</source>
        <translation>생성된 뒤 합계</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>CPU, user mode</source>
        <translation>CPU, 사용자 모드</translation>
    </message>
    <message>
        <source>CPU, kernel mode</source>
        <translation>CPU, 커널 모드</translation>
    </message>
    <message>
        <source>Switches, own / forced</source>
        <translation>문맥 교환, 자발 / 강제</translation>
    </message>
    <message>
        <source>Because it had to wait / because the scheduler took the processor.</source>
        <translation>기다려야 해서 / 스케줄러가 프로세서를 빼앗아서.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Resident now; once it has ended, its peak.</source>
        <translation>지금의 상주 크기, 끝난 뒤에는 최댓값입니다.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>Units of its own work done.</source>
        <translation>자기 일을 끝낸 횟수입니다.</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>기다리는 것: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 s · %2 %</source>
        <translation>%1 s · %2 %</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>구별 안 됨</translation>
    </message>
    <message>
        <source>As /proc tells it, in steps of a clock tick; exactly once the process has ended.</source>
        <translation>/proc이 알려 주는 값이며 클록 틱 단위입니다. 프로세스가 끝나면 정확한 값이 됩니다.</translation>
    </message>
    <message>
        <source>CPU, descendants</source>
        <translation>CPU, 자손</translation>
    </message>
    <message>
        <source>Beside its own: what children it has waited for have used, and theirs; known at its end.</source>
        <translation>자신의 것과 별도로, 이 프로세스가 기다려 준 자식과 그 자손이 쓴 시간이며 끝날 때 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Last lines of its standard error</source>
        <translation>표준 오류의 마지막 줄들</translation>
    </message>
    <message>
        <source>The last lines of its standard error. All that it has written is in the tab Output.</source>
        <translation>표준 오류의 마지막 줄들입니다. 쓴 것 전체는 출력 탭에 있습니다.</translation>
    </message>
    <message>
        <source>starts later</source>
        <translation>나중에 시작</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>이 프로그램에 대하여</translation>
    </message>
</context>
<context>
    <name>ipclab::ProcessTable</name>
    <message>
        <source>From the kernel&apos;s switch records (exact) or samples of /proc (sampled).</source>
        <translation>커널의 문맥 교환 기록(정확) 또는 /proc 표본(표본)에서 얻습니다.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Its name in the experiment.</source>
        <translation>실험에서의 이름입니다.</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>The number the kernel gave it.</source>
        <translation>커널이 준 번호입니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Now, as observed from outside. %1</source>
        <translation>밖에서 관측한 지금의 상태입니다. %1</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>기다리는 것</translation>
    </message>
    <message>
        <source>Running [s]</source>
        <translation>실행 [s]</translation>
    </message>
    <message>
        <source>Ready [s]</source>
        <translation>준비 [s]</translation>
    </message>
    <message>
        <source>Waiting [s]</source>
        <translation>대기 [s]</translation>
    </message>
    <message>
        <source>User [s]</source>
        <translation>사용자 [s]</translation>
    </message>
    <message>
        <source>System [s]</source>
        <translation>커널 [s]</translation>
    </message>
    <message>
        <source>Voluntary</source>
        <translation>자발 교환</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>강제 교환</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Resident now, from /proc/PID/stat; once it has ended, the peak of its program (VmHWM).</source>
        <translation>현재 상주 크기입니다 (/proc/PID/stat). 끝난 뒤에는 그 프로그램의 최대치입니다 (VmHWM).</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>How it ended, as its parent was told by wait4.</source>
        <translation>어떻게 끝났는지, 부모가 wait4로 들은 내용입니다.</translation>
    </message>
    <message>
        <source>What the process itself says, or else what the kernel tells of the call it sleeps in.</source>
        <translation>프로세스가 스스로 밝힌 이유이며, 밝히지 않으면 잠든 호출에 대해 커널이 알려 주는 것입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::ProgramList</name>
    <message>
        <source>works on a shared object</source>
        <translation>공유 객체에 작업함</translation>
    </message>
    <message>
        <source>sends and receives</source>
        <translation>보내고 받음</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>receives</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>has no links</source>
        <translation>링크 없음</translation>
    </message>
    <message>
        <source>%1
%2 (%3)</source>
        <translation>%1
%2 (%3)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ipclab::PropertiesSection</name>
    <message>
        <source>Properties</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>All that the document says of it; what is set here holds from the next run on.</source>
        <translation>문서가 이것에 대해 정하는 모든 것입니다. 여기서 바꾼 값은 다음 실행부터 적용됩니다.</translation>
    </message>
    <message>
        <source>A run goes on: these hold for the next one.</source>
        <translation>실행 중입니다. 이 값은 다음 실행부터 적용됩니다.</translation>
    </message>
    <message>
        <source>It has been removed from the document. What the last run has measured of it stays until the next one; Edit ▸ Undo brings it back.</source>
        <translation>문서에서 지워졌습니다. 마지막 실행에서 측정한 것은 다음 실행까지 남고, 편집 ▸ 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::QueueView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>ready or running</source>
        <translation>준비 또는 실행</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>대기: %1</translation>
    </message>
    <message>
        <source>The run has ended: the queues are empty. The chart of queue lengths shows how they were.</source>
        <translation>실행이 끝나 큐가 비었습니다. 큐 길이 차트에서 지난 모습을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>States are not observed (observe: off), so nobody knows who is in which queue.</source>
        <translation>상태를 관측하지 않아(관측: 끔) 누가 어느 큐에 있는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>During a run: who runs, who is ready, and who waits for what.</source>
        <translation>실행하는 동안: 누가 실행 중이고, 누가 준비되어 있고, 누가 무엇을 기다리는지.</translation>
    </message>
    <message>
        <source>%1: %2 processes on the mean of the last second.</source>
        <translation>%1: 지난 1초 평균 프로세스 %2개.</translation>
    </message>
    <message>
        <source>%1 (pid %2) spent %3 % of the last second here.</source>
        <translation>%1(pid %2)은(는) 지난 1초의 %3 %를 여기서 보냈습니다.</translation>
    </message>
    <message>
        <source>It is here now.</source>
        <translation>지금 여기에 있습니다.</translation>
    </message>
    <message>
        <source>waiting, the reason is not known</source>
        <translation>대기, 이유는 알 수 없음</translation>
    </message>
    <message>
        <source>No process in a queue has these words. Clear the filter to see all of them.</source>
        <translation>큐에 이 낱말이 있는 프로세스가 없습니다. 거르기를 비우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>큐</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Share of the last second [%]</source>
        <translation>지난 1초의 비율 [%]</translation>
    </message>
</context>
<context>
    <name>ipclab::RecordingsDialog</name>
    <message>
        <source>Nothing to compare yet. Add takes recordings from files, the run that is shown, or one of the last runs.</source>
        <translation>아직 비교할 것이 없습니다. 추가를 누르면 파일, 지금 보이는 실행, 최근 실행 가운데에서 기록을 가져옵니다.</translation>
    </message>
    <message>
        <source>Copied: %1 rows</source>
        <translation>복사함: 행 %1개</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>파일(&amp;F)…</translation>
    </message>
    <message>
        <source>Recordings to compare</source>
        <translation>비교할 기록</translation>
    </message>
    <message>
        <source>Recordings (*.ipclab)</source>
        <translation>기록 (*.ipclab)</translation>
    </message>
    <message>
        <source>No more than %1 are compared at once.</source>
        <translation>한 번에 %1개까지만 비교합니다.</translation>
    </message>
    <message>
        <source>It cannot be compared: %1</source>
        <translation>비교할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Put marker A there first: click into a chart where it is to be, then press A.</source>
        <translation>먼저 표식 A를 놓으세요. 차트에서 원하는 자리에 마우스를 두고 A를 누릅니다.</translation>
    </message>
    <message>
        <source>%1 counts from there now.</source>
        <translation>이제 %1은(는) 거기서부터 셉니다.</translation>
    </message>
    <message>
        <source>The same machine, kernel, observer level and experiment.</source>
        <translation>컴퓨터, 커널, 관측 수준, 실험이 모두 같습니다.</translation>
    </message>
    <message>
        <source>Aligned at</source>
        <translation>정렬 기준</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Recordings compared</source>
        <translation>기록 비교</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>The chart could not be saved: %1</source>
        <translation>차트를 저장할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The charts are on the clipboard as a picture.</source>
        <translation>차트가 그림으로 클립보드에 있습니다.</translation>
    </message>
    <message>
        <source>Runs that were recorded, on one time axis. Each has a colour and a dash of its own; differences and ratios are to run A, and what is better is yours to say.</source>
        <translation>기록된 실행들을 한 시간 축에 놓습니다. 실행마다 색과 선 모양이 있습니다. 차이와 비는 실행 A를 기준으로 하며, 무엇이 더 나은지는 직접 판단합니다.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>One more recording: a file, the run that is shown, or one of the last</source>
        <translation>기록을 하나 더 추가합니다: 파일, 지금 보이는 실행, 최근 실행 가운데 하나</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>빼기(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the chosen recording out of the comparison; its file stays</source>
        <translation>고른 기록을 비교에서 뺍니다. 파일은 남습니다</translation>
    </message>
    <message>
        <source>Recordings that are compared</source>
        <translation>비교하는 기록</translation>
    </message>
    <message>
        <source>The recordings that are compared, each with the line it is drawn with</source>
        <translation>비교하는 기록과 각각을 그리는 선</translation>
    </message>
    <message>
        <source>A&amp;ligned at</source>
        <translation>정렬 기준(&amp;L)</translation>
    </message>
    <message>
        <source>The moment of each run from which the common time counts</source>
        <translation>공통 시간을 세기 시작하는 각 실행의 순간</translation>
    </message>
    <message>
        <source>&amp;Marker A is its zero</source>
        <translation>표식 A를 0으로(&amp;M)</translation>
    </message>
    <message>
        <source>The chosen recording counts from where marker A stands; do it in each</source>
        <translation>고른 기록이 표식 A가 있는 자리부터 셉니다. 기록마다 하세요</translation>
    </message>
    <message>
        <source>Search quantities</source>
        <translation>측정량 검색</translation>
    </message>
    <message>
        <source>Rows with these words</source>
        <translation>이 낱말이 있는 행</translation>
    </message>
    <message>
        <source>Totals of the recordings</source>
        <translation>기록의 합계</translation>
    </message>
    <message>
        <source>Add recordings to compare what became of them.</source>
        <translation>기록을 추가하면 결과를 비교합니다.</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>차트 저장…</translation>
    </message>
    <message>
        <source>Copy charts</source>
        <translation>차트 복사</translation>
    </message>
    <message>
        <source>The charts as a picture, to the clipboard</source>
        <translation>차트를 그림으로 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>The totals as text that spreadsheets take; a right click in the table has other formats</source>
        <translation>합계를 스프레드시트가 읽는 텍스트로 복사합니다. 표에서 오른쪽 클릭을 하면 다른 형식도 있습니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Something of %1 cannot be read: %2</source>
        <translation>%1의 일부를 읽을 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::RecordingsTable</name>
    <message>
        <source>messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>측정량</translation>
    </message>
    <message>
        <source>What it was in run %1</source>
        <translation>실행 %1의 값</translation>
    </message>
    <message>
        <source>How much more it was in run %1 than in run A</source>
        <translation>실행 %1의 값에서 실행 A의 값을 뺀 것</translation>
    </message>
    <message>
        <source>How many times what it was in run A it was in run %1</source>
        <translation>실행 %1의 값을 실행 A의 값으로 나눈 것</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>ipclab::ReportDialog</name>
    <message>
        <source>What you write here is not kept: there is no folder for it.</source>
        <translation>여기에 쓰는 글은 보관되지 않습니다: 보관할 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>What you write is kept in %1.</source>
        <translation>쓴 글은 %1에 보관됩니다.</translation>
    </message>
    <message>
        <source>What you wrote could not be kept: %1</source>
        <translation>쓴 글을 보관하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>There is nothing to report.</source>
        <translation>보고할 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder, or free some space.</source>
        <translation>%1에 쓸 수 없습니다: %2. 다른 폴더를 고르거나 공간을 비우십시오.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1에 저장했습니다</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>담을 내용</translation>
    </message>
    <message>
        <source>Notes (Markdown)</source>
        <translation>메모(마크다운)</translation>
    </message>
    <message>
        <source>What you expected, what you saw, what you conclude. # makes a heading, - a list, **bold**, `code`.</source>
        <translation>예상한 것, 관측한 것, 결론을 적으십시오. #은 제목, -는 목록, **굵게**, `코드`.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Your own words in Markdown; they stand in the report as the section Notes</source>
        <translation>마크다운으로 쓰는 자신의 글. 보고서의 메모 절에 실립니다</translation>
    </message>
    <message>
        <source>Save as &amp;HTML…</source>
        <translation>HTML로 저장(&amp;H)…</translation>
    </message>
    <message>
        <source>One file with everything in it, for a browser</source>
        <translation>모든 것이 담긴 브라우저용 파일 하나</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>PDF로 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>The pages as they are seen here, for print</source>
        <translation>여기 보이는 쪽 그대로, 인쇄용</translation>
    </message>
    <message>
        <source>&amp;Of another file…</source>
        <translation>다른 파일로(&amp;O)…</translation>
    </message>
    <message>
        <source>Reports a recording (*.ipclab) or a sweep (*.sweep) instead</source>
        <translation>대신 기록(*.ipclab)이나 스윕(*.sweep)의 보고서를 만듭니다</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Closes the report; what you wrote is kept</source>
        <translation>보고서를 닫습니다. 쓴 글은 보관됩니다</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>보고서의 쪽</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>서식</translation>
    </message>
    <message>
        <source>Which sections there are and in which order, to begin with</source>
        <translation>처음에 어떤 절이 어떤 순서로 있는지</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Of the report, whatever the language of the window is</source>
        <translation>창의 언어와 상관없이 보고서의 언어</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>What the PDF is printed on</source>
        <translation>PDF를 인쇄할 용지</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Empty: what the experiment is called</source>
        <translation>비우면 실험의 이름</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Stands below the title and above every page</source>
        <translation>제목 아래와 쪽마다 위에 적힙니다</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>What the experiment is to answer; empty: the section is left out</source>
        <translation>실험이 답할 질문. 비우면 이 절을 뺍니다</translation>
    </message>
</context>
<context>
    <name>ipclab::ReportLabels</name>
    <message>
        <source>Table %1</source>
        <translation>표 %1</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>그림 %1</translation>
    </message>
</context>
<context>
    <name>ipclab::ReportPages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2쪽</translation>
    </message>
</context>
<context>
    <name>ipclab::ReportSectionsList</name>
    <message>
        <source>What the report says</source>
        <translation>보고서에 담을 내용</translation>
    </message>
    <message>
        <source>What is checked is in the report, in this order. Drag a line to move it.</source>
        <translation>선택한 것이 이 순서로 보고서에 실립니다. 줄을 끌어 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>Moves the chosen section up</source>
        <translation>고른 절을 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Moves the chosen section down</source>
        <translation>고른 절을 아래로 옮깁니다</translation>
    </message>
</context>
<context>
    <name>ipclab::RepresentationView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run it: the bytes of each form appear here, with its fields marked.</source>
        <translation>실행하면 표현마다 바이트가 필드를 표시하여 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>%1 · write %2 · read %3</source>
        <translation>%1 · 쓰기 %2 · 읽기 %3</translation>
    </message>
    <message>
        <source>not built in: needs the package %1</source>
        <translation>빌드에 없음: 필요한 패키지 %1</translation>
    </message>
    <message>
        <source>Big-endian bytes, read by a little-endian program that forgets to convert:</source>
        <translation>빅 엔디언 바이트를 변환을 잊은 리틀 엔디언 프로그램이 읽으면:</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation>%1: %2이(가) %3이(가) 됨</translation>
    </message>
    <message>
        <source>Byte %1: 0x%2, %3</source>
        <translation>바이트 %1: 0x%2, %3</translation>
    </message>
    <message>
        <source>of no field: it frames the record</source>
        <translation>어느 필드도 아님: 레코드의 틀</translation>
    </message>
    <message>
        <source>%1 = %2: %3 bytes</source>
        <translation>%1 = %2: %3바이트</translation>
    </message>
</context>
<context>
    <name>ipclab::RowCopier</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>행 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>Copy &amp;whole table</source>
        <translation>표 전체 복사(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>거르기(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;LaTeX table</source>
        <translation>&amp;LaTeX 표</translation>
    </message>
    <message>
        <source>Copy rows a&amp;s</source>
        <translation>행을 다음으로 복사(&amp;S)</translation>
    </message>
    <message>
        <source>Copy whole &amp;table as</source>
        <translation>표 전체를 다음으로 복사(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ipclab::RulesSection</name>
    <message>
        <source>none: a rendezvous</source>
        <translation>없음: 랑데부</translation>
    </message>
    <message>
        <source>unbounded, up to %1 a sender</source>
        <translation>무한, 보내는 쪽마다 %1까지</translation>
    </message>
    <message>
        <source>what the mechanism holds</source>
        <translation>방식이 담는 만큼</translation>
    </message>
    <message>
        <source>each names the other</source>
        <translation>서로를 명명</translation>
    </message>
    <message>
        <source>the receiver learns who sent</source>
        <translation>받는 쪽이 보낸 이를 알게 됨</translation>
    </message>
    <message>
        <source>both name the link</source>
        <translation>둘 다 링크를 명명</translation>
    </message>
    <message>
        <source>two processes only</source>
        <translation>두 프로세스만</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>한 번에 하나</translation>
    </message>
    <message>
        <source>in turn</source>
        <translation>차례로</translation>
    </message>
    <message>
        <source>whom the system picks</source>
        <translation>시스템이 고름</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>이 실행</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>버퍼</translation>
    </message>
    <message>
        <source>How many messages may be under way before a sender waits.</source>
        <translation>보내는 쪽이 기다리기 전에 흐를 수 있는 메시지 수입니다.</translation>
    </message>
    <message>
        <source>Naming</source>
        <translation>명명</translation>
    </message>
    <message>
        <source>How sender and receiver name each other.</source>
        <translation>보내는 쪽과 받는 쪽이 서로를 명명하는 방법입니다.</translation>
    </message>
    <message>
        <source>Receives next</source>
        <translation>다음에 받는 쪽</translation>
    </message>
    <message>
        <source>Who of several receivers gets the next message.</source>
        <translation>받는 쪽이 여럿일 때 다음 메시지를 받는 쪽입니다.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>With whom the link goes, and what is queued in it.</source>
        <translation>링크와 그 안에 든 것이 누구와 함께 사라지는지입니다.</translation>
    </message>
    <message>
        <source>In the first call (median)</source>
        <translation>첫 호출 안 (중앙값)</translation>
    </message>
    <message>
        <source>Of the first receives: from asking for a message until that call came back, with it or without.</source>
        <translation>처음 몇 번의 받기에서, 메시지를 요청한 때부터 그 호출이 메시지와 함께 또는 없이 돌아올 때까지입니다.</translation>
    </message>
    <message>
        <source>Until the message (median)</source>
        <translation>메시지까지 (중앙값)</translation>
    </message>
    <message>
        <source>Of the first receives: from asking for a message until the program had it.</source>
        <translation>처음 몇 번의 받기에서, 메시지를 요청한 때부터 프로그램이 메시지를 얻을 때까지입니다.</translation>
    </message>
    <message>
        <source>Who received from whom</source>
        <translation>누가 누구에게서 받았나</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>최대 %1</translation>
    </message>
</context>
<context>
    <name>ipclab::Run</name>
    <message>
        <source>nobody has agreed to the command line of &quot;%1&quot;: it is shown before it runs, and again after every change</source>
        <translation>&quot;%1&quot;의 명령줄은 아직 실행해도 좋다는 확인을 받지 않았습니다. 실행하기 전에 보여 주고, 바뀔 때마다 다시 확인합니다</translation>
    </message>
    <message>
        <source>ipclab-launcher is missing: it belongs beside ipclab or in ../libexec/ipclab. Build or install again</source>
        <translation>ipclab-launcher가 없습니다. ipclab과 같은 폴더나 ../libexec/ipclab에 있어야 합니다. 다시 빌드하거나 설치하세요</translation>
    </message>
    <message>
        <source>the launcher ended without a word</source>
        <translation>런처가 아무 말 없이 끝났습니다</translation>
    </message>
    <message>
        <source>the run was ended because its processes used %1 of memory together; its limit is %2%3. Raise it with &quot;safety&quot;: {&quot;memory_bytes&quot;: …}</source>
        <translation>프로세스들이 모두 합쳐 메모리 %1를 써서 실행을 끝냈습니다. 한도는 %2입니다%3. &quot;safety&quot;: {&quot;memory_bytes&quot;: …}로 높일 수 있습니다</translation>
    </message>
    <message>
        <source>the run was ended because it had %1 processes; its limit is %2%3. Where so many are meant, raise it with &quot;safety&quot;: {&quot;processes&quot;: …}</source>
        <translation>프로세스가 %1개가 되어 실행을 끝냈습니다. 한도는 %2개입니다%3. 이렇게 많은 것이 의도라면 &quot;safety&quot;: {&quot;processes&quot;: …}로 높이십시오</translation>
    </message>
    <message>
        <source>the experiment has %1 processes and threads; your settings allow %2 (Edit ▸ Settings… ▸ Limits)</source>
        <translation>실험에 프로세스와 스레드가 %1개 있는데, 설정에서 허용한 수는 %2개입니다 (편집 ▸ 설정… ▸ 한도)</translation>
    </message>
    <message>
        <source>the experiment lasts %1; your settings allow %2 (Edit ▸ Settings… ▸ Limits)</source>
        <translation>실험이 %1 동안 계속되는데, 설정에서 허용한 시간은 %2입니다 (편집 ▸ 설정… ▸ 한도)</translation>
    </message>
    <message>
        <source>the run was ended because its processes used %1 of memory together; your settings allow %2 (Edit ▸ Settings… ▸ Limits)</source>
        <translation>프로세스들이 메모리를 모두 %1 써서 실행을 끝냈습니다. 설정에서 허용한 크기는 %2입니다 (편집 ▸ 설정… ▸ 한도)</translation>
    </message>
    <message>
        <source>the run was ended because it had %1 processes and threads; your settings allow %2 (Edit ▸ Settings… ▸ Limits)</source>
        <translation>프로세스와 스레드가 %1개가 되어 실행을 끝냈습니다. 설정에서 허용한 수는 %2개입니다 (편집 ▸ 설정… ▸ 한도)</translation>
    </message>
    <message>
        <source>the run was ended after %1, the longest that your settings allow (Edit ▸ Settings… ▸ Limits)</source>
        <translation>설정에서 허용한 가장 긴 시간인 %1가 지나 실행을 끝냈습니다 (편집 ▸ 설정… ▸ 한도)</translation>
    </message>
</context>
<context>
    <name>ipclab::RunCharts</name>
    <message>
        <source>Nothing of this was measured in this run.</source>
        <translation>이 실행에서 측정된 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::RunCurves</name>
    <message>
        <source>received, into a command sent, over ≥ 20 messages</source>
        <translation>수신(명령으로 가는 링크는 송신), 메시지 20개 이상에 걸쳐</translation>
    </message>
    <message>
        <source>received, over ≥ 20 messages</source>
        <translation>수신, 메시지 20개 이상에 걸쳐</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>메시지/s</translation>
    </message>
    <message>
        <source>waiting in the link</source>
        <translation>링크에서 대기</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>mean of each tenth of a second</source>
        <translation>0.1초마다의 평균</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>ready or running</source>
        <translation>준비 또는 실행</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>대기: %1</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>편도</translation>
    </message>
    <message>
        <source>response %1</source>
        <translation>응답 %1</translation>
    </message>
    <message>
        <source>transit %1</source>
        <translation>전달 %1</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>번</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>all processes</source>
        <translation>모든 프로세스</translation>
    </message>
    <message>
        <source>all links</source>
        <translation>모든 링크</translation>
    </message>
    <message>
        <source>all shared objects</source>
        <translation>모든 공유 객체</translation>
    </message>
    <message>
        <source>all processors</source>
        <translation>모든 프로세서</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>sum over %1</source>
        <translation>%1의 합</translation>
    </message>
    <message>
        <source>of each process</source>
        <translation>프로세스별</translation>
    </message>
    <message>
        <source>of each link</source>
        <translation>링크별</translation>
    </message>
    <message>
        <source>of each</source>
        <translation>각각</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>system</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>of each shared object</source>
        <translation>공유 객체별</translation>
    </message>
    <message>
        <source>of each processor</source>
        <translation>프로세서별</translation>
    </message>
</context>
<context>
    <name>ipclab::RunGuard</name>
    <message>
        <source>A run is going</source>
        <translation>실행 중입니다</translation>
    </message>
    <message>
        <source>What it has measured so far is lost. To keep it, let the run end or press Stop, then save its data.</source>
        <translation>지금까지 측정한 것이 사라집니다. 남기려면 실행이 끝나기를 기다리거나 정지를 누른 뒤 데이터를 저장하십시오.</translation>
    </message>
    <message>
        <source>Go on with the run</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>Stop the run and quit?</source>
        <translation>실행을 멈추고 끝낼까요?</translation>
    </message>
    <message>
        <source>Stop the run and open another experiment?</source>
        <translation>실행을 멈추고 다른 실험을 열까요?</translation>
    </message>
    <message>
        <source>What it has measured is kept among the last runs, to be opened again.</source>
        <translation>측정한 것은 최근 실행에 보관되어 다시 열 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop it and keep its data</source>
        <translation>멈추고 데이터 보관</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>실행 멈추기</translation>
    </message>
</context>
<context>
    <name>ipclab::RunLanes</name>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1(으)로</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>이유: %1</translation>
    </message>
    <message>
        <source>the launcher</source>
        <translation>런처</translation>
    </message>
    <message>
        <source>process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>nobody of this run %1</source>
        <translation>이 실행의 것 없음 %1</translation>
    </message>
    <message>
        <source>instead ran: %1</source>
        <translation>대신 실행됨: %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1에 의해</translation>
    </message>
    <message>
        <source>sampled %1 times a second: short states are missed, ready and running look alike</source>
        <translation>초당 %1회 표본: 짧은 상태는 놓치고, 준비와 실행은 구분되지 않습니다</translation>
    </message>
    <message>
        <source>processes of this run alone; in the gaps it was idle or ran somebody else</source>
        <translation>이 실행의 프로세스만 표시; 빈 곳은 유휴였거나 다른 것이 실행됨</translation>
    </message>
</context>
<context>
    <name>ipclab::RunReport</name>
    <message>
        <source>What lies between the markers: %1.</source>
        <translation>표시 사이의 구간: %1.</translation>
    </message>
    <message>
        <source>The curves over the whole run.</source>
        <translation>실행 전체에 걸친 곡선.</translation>
    </message>
    <message>
        <source>The same of the lanes: the share of the time in each state.</source>
        <translation>레인도 마찬가지로: 각 상태에 있던 시간의 비율.</translation>
    </message>
</context>
<context>
    <name>ipclab::RunTables</name>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>IPC 방식</translation>
    </message>
    <message>
        <source>End</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>The first %1 of %2; the data have all of them.</source>
        <translation>%2개 가운데 처음 %1개. 나머지는 데이터에 모두 있습니다.</translation>
    </message>
    <message>
        <source>What happened.</source>
        <translation>일어난 일.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>%1 of %2 events: those that are more than notes. The data have all of them.</source>
        <translation>사건 %2개 가운데 %1개: 단순한 알림이 아닌 것. 나머지는 데이터에 모두 있습니다.</translation>
    </message>
    <message>
        <source>The run took</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 messages received, %2 a second; latency p50 %3, p99 %4</source>
        <translation>메시지 %1개 수신, 초당 %2개. 지연 시간 p50 %3, p99 %4</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>가장 큰 값</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>모두 합하여</translation>
    </message>
    <message>
        <source>Of the first %1 of %2; the data have all of them.</source>
        <translation>%2개 가운데 처음 %1개에 대한 값. 나머지는 데이터에 모두 있습니다.</translation>
    </message>
    <message>
        <source>What each figure is, and how it was had.</source>
        <translation>각 수치의 뜻과 얻은 방법.</translation>
    </message>
    <message>
        <source>What it is, and how it was had</source>
        <translation>뜻과 얻은 방법</translation>
    </message>
</context>
<context>
    <name>ipclab::RunWords</name>
    <message>
        <source>; asked for was %1: %2</source>
        <translation>; 요청한 것은 %1: %2</translation>
    </message>
    <message>
        <source>nothing was observed</source>
        <translation>관측하지 않음</translation>
    </message>
    <message>
        <source>not measured for this run; ipclab run --calibrate measures it</source>
        <translation>이 실행에서는 재지 않음. ipclab run --calibrate로 잴 수 있습니다</translation>
    </message>
    <message>
        <source>observed it does %1 % of what it does unobserved (%2 to %3 %; %4 pairs of runs of %5 s)</source>
        <translation>관측할 때 하는 일은 관측하지 않을 때의 %1 % (%2 … %3 %, %5 s짜리 실행 %4쌍)</translation>
    </message>
    <message>
        <source>; a program keeps to a rate, and what observing takes hides in its pauses</source>
        <translation>; 일정한 속도를 지키는 프로그램이 있어 관측 비용이 쉬는 시간에 가려집니다</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 횟수</translation>
    </message>
    <message>
        <source>one; not repeated, and no warm-up was left out: the figures are of this run alone and say nothing of how the next one would differ</source>
        <translation>한 번. 반복하지 않았고 준비 실행을 뺀 것도 아니므로, 수치는 이 실행만의 것이며 다음 실행이 얼마나 다를지는 말해 주지 않습니다</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>%1 a second, read from memory the processes share: it costs them no system call</source>
        <translation>초당 %1개. 프로세스가 공유하는 메모리에서 읽으므로 프로세스는 시스템 호출을 더 하지 않습니다</translation>
    </message>
    <message>
        <source>States observed</source>
        <translation>상태 관측</translation>
    </message>
    <message>
        <source>Times in states</source>
        <translation>상태별 시간</translation>
    </message>
    <message>
        <source>Cost of observing</source>
        <translation>관측 비용</translation>
    </message>
    <message>
        <source>Records lost</source>
        <translation>잃은 기록</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>at the sparsest one message in %1 carries its time</source>
        <translation>가장 드문 경우 메시지 %1개마다 하나에 시각이 담깁니다</translation>
    </message>
    <message>
        <source>Over %1 nobody knows whether all arrived.</source>
        <translation>%1: 모두 도착했는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>A command is at an end of it, and counts nothing.</source>
        <translation>한쪽 끝에 있는 명령은 아무것도 세지 않습니다.</translation>
    </message>
    <message>
        <source>Over %1 no message was received.</source>
        <translation>%1: 받은 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>Over %1 %2 messages arrived damaged.</source>
        <translation>%1: 메시지 %2개가 손상되어 도착했습니다.</translation>
    </message>
    <message>
        <source>Their bytes were not those that were sent.</source>
        <translation>도착한 바이트가 보낸 바이트와 달랐습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 were lost (%3 %)</source>
        <translation>%2개 가운데 %1개(%3 %)가 유실되었습니다</translation>
    </message>
    <message>
        <source>%1 arrived more than once</source>
        <translation>%1개가 두 번 이상 도착했습니다</translation>
    </message>
    <message>
        <source>%1 arrived out of order</source>
        <translation>%1개가 순서를 벗어나 도착했습니다</translation>
    </message>
    <message>
        <source>Of the messages over %1 %2.</source>
        <translation>%1의 메시지: %2.</translation>
    </message>
    <message>
        <source>The link may lose, repeat or reorder messages: that is how it was set.</source>
        <translation>이 링크는 메시지를 잃거나 되풀이하거나 순서를 바꿀 수 있습니다. 그렇게 설정했습니다.</translation>
    </message>
    <message>
        <source>%1 more were still under way at the end.</source>
        <translation>%1개는 끝날 때 아직 전송 중이었습니다.</translation>
    </message>
    <message>
        <source>All %1 messages received over %2 came once, in order and undamaged; none was lost.</source>
        <translation>%2: 받은 메시지 %1개는 모두 한 번씩, 순서대로, 손상 없이 도착했고 유실은 없었습니다.</translation>
    </message>
    <message>
        <source>Of %1 updates of %2 %3 were lost.</source>
        <translation>%2: 갱신 %1번 가운데 %3번이 사라졌습니다.</translation>
    </message>
    <message>
        <source>Two processes changed it at once: a race.</source>
        <translation>두 프로세스가 동시에 바꾸었습니다: 경쟁 상태입니다.</translation>
    </message>
    <message>
        <source>None of %1 updates of %2 was lost.</source>
        <translation>%2: 갱신 %1번 가운데 사라진 것이 없습니다.</translation>
    </message>
    <message>
        <source>At %1 %2 went on before it was their turn.</source>
        <translation>%1: 차례가 되기 전에 나아간 일이 %2번 있었습니다.</translation>
    </message>
    <message>
        <source>At %1 nobody went on before it was its turn.</source>
        <translation>%1: 차례가 되기 전에 나아간 일이 없었습니다.</translation>
    </message>
    <message>
        <source>No process failed (%1 took part).</source>
        <translation>실패한 프로세스가 없습니다(%1개 참여).</translation>
    </message>
    <message>
        <source>These processes failed: %1.</source>
        <translation>실패한 프로세스: %1.</translation>
    </message>
    <message>
        <source>Processes waited for each other: a deadlock.</source>
        <translation>프로세스가 서로를 기다렸습니다: 교착 상태입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::SaveChartDialog</name>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>All charts, as seen</source>
        <translation>모든 차트, 보이는 대로</translation>
    </message>
    <message>
        <source>PNG: picture for screens</source>
        <translation>PNG: 화면용 그림</translation>
    </message>
    <message>
        <source>SVG: vectors for the web</source>
        <translation>SVG: 웹용 벡터</translation>
    </message>
    <message>
        <source>PDF: vectors for print</source>
        <translation>PDF: 인쇄용 벡터</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>필요한 만큼</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>%1 links</source>
        <translation>링크 %1개</translation>
    </message>
    <message>
        <source>states: %1</source>
        <translation>상태: %1</translation>
    </message>
    <message>
        <source>%1 (CPUs: %2), Linux %3</source>
        <translation>%1 (CPU %2개), Linux %3</translation>
    </message>
    <message>
        <source>%1 messages/s</source>
        <translation>초당 메시지 %1개</translation>
    </message>
    <message>
        <source>%1 of work</source>
        <translation>작업 %1</translation>
    </message>
    <message>
        <source>, capacity %1</source>
        <translation>, 용량 %1</translation>
    </message>
    <message>
        <source>%1 processes</source>
        <translation>프로세스 %1개</translation>
    </message>
    <message>
        <source>run of %1 s</source>
        <translation>실행 %1초</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>그림의 너비</translation>
    </message>
    <message>
        <source>Height of the picture</source>
        <translation>그림의 높이</translation>
    </message>
    <message>
        <source>Width in pixels, or in points of a PDF</source>
        <translation>너비(픽셀, PDF에서는 포인트)</translation>
    </message>
    <message>
        <source>Height in pixels, or in points of a PDF; the least value: as much as it needs</source>
        <translation>높이(픽셀, PDF에서는 포인트). 가장 작은 값이면 필요한 만큼 정합니다</translation>
    </message>
    <message>
        <source>All charts as they are seen, or one of them</source>
        <translation>보이는 그대로의 모든 차트 또는 그중 하나</translation>
    </message>
    <message>
        <source>PNG is a picture of pixels; SVG and PDF can be enlarged without loss</source>
        <translation>PNG는 픽셀 그림이며, SVG와 PDF는 손실 없이 확대할 수 있습니다</translation>
    </message>
    <message>
        <source>Light suits paper</source>
        <translation>밝은 테마가 종이에 알맞습니다</translation>
    </message>
    <message>
        <source>Stands above the charts in the picture</source>
        <translation>그림에서 차트 위에 놓입니다</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>보이는 부분</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>실행 전체</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1배</translation>
    </message>
    <message>
        <source>The part of time that is seen now, or the run from its start to its end</source>
        <translation>지금 보이는 시간 구간, 또는 시작부터 끝까지 실행 전체</translation>
    </message>
    <message>
        <source>Pixels of a PNG for each of its size: 2 × suits sharp screens, 4 × print</source>
        <translation>크기 하나당 PNG의 픽셀 수. 2배는 고해상도 화면에, 4배는 인쇄에 알맞습니다</translation>
    </message>
    <message>
        <source>Puts the picture on the clipboard, as pixels or as SVG; saves nothing</source>
        <translation>그림을 픽셀이나 SVG로 클립보드에 넣습니다. 저장하지는 않습니다</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>선명도</translation>
    </message>
</context>
<context>
    <name>ipclab::SavingPage</name>
    <message>
        <source>Saving</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>where something was saved last</source>
        <translation>마지막으로 저장한 곳</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>저장할 폴더(&amp;S)</translation>
    </message>
    <message>
        <source>What the dialogs for pictures, data and experiments begin with.</source>
        <translation>그림, 데이터, 실험을 저장하는 대화 상자가 처음 여는 폴더.</translation>
    </message>
    <message>
        <source>The folder is written from the root on, as /home/me/results.</source>
        <translation>폴더는 /home/me/results처럼 루트부터 적습니다.</translation>
    </message>
    <message>
        <source>There is no such folder. Make it, or choose another one.</source>
        <translation>그런 폴더가 없습니다. 만들거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>You may not write into this folder. Choose another one.</source>
        <translation>이 폴더에는 쓸 수 없습니다. 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Folder to save in</source>
        <translation>저장할 폴더</translation>
    </message>
    <message>
        <source>Runs &amp;kept</source>
        <translation>보관할 실행 수(&amp;K)</translation>
    </message>
    <message>
        <source>The runs made last are kept by themselves, in a folder that only you can read; beyond so many the oldest go.</source>
        <translation>최근의 실행은 나만 읽을 수 있는 폴더에 저절로 보관됩니다. 이 수를 넘으면 가장 오래된 것부터 지워집니다.</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>최대 크기(&amp;M)</translation>
    </message>
    <message>
        <source>That they take together. A run that grows beyond is recorded no further; the run itself goes on.</source>
        <translation>보관한 실행을 모두 합한 크기. 한 실행이 이보다 커지면 기록만 멈추고 실행은 계속됩니다.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>ipclab::ScheduleView</name>
    <message>
        <source>During a run: how long each process runs at a time, and what the scheduler does to it.</source>
        <translation>실행하는 동안: 프로세스마다 한 번에 얼마나 오래 실행되는지, 스케줄러가 무엇을 하는지.</translation>
    </message>
    <message>
        <source>It followed another one directly %1 times: %2 in all from the moment that one had left, %3 a switch.</source>
        <translation>다른 프로세스에 바로 이어서 %1번 실행되었습니다. 앞의 것이 떠난 순간부터 모두 %2, 교환 1회에 %3입니다.</translation>
    </message>
    <message>
        <source>a switch</source>
        <translation>교환 1회</translation>
    </message>
    <message>
        <source>How long each ran at a time takes the kernel&apos;s switch records (observe: exact).</source>
        <translation>한 번에 얼마나 실행되었는지는 커널의 문맥 교환 기록이 있어야 알 수 있습니다(관측: 정확).</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Share of the run</source>
        <translation>실행 비율</translation>
    </message>
    <message>
        <source>Ran at a time</source>
        <translation>한 번에 실행한 시간</translation>
    </message>
    <message>
        <source>median ≤</source>
        <translation>중앙값 ≤</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>최장</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>forced</source>
        <translation>강제</translation>
    </message>
    <message>
        <source>voluntary</source>
        <translation>자발</translation>
    </message>
    <message>
        <source>It was given a processor %1 times. Half of the times it ran no longer than %2, nine of ten no longer than %3, at most %4. From switch records.</source>
        <translation>프로세서를 %1번 받았습니다. 절반은 %2 이하, 열 번 중 아홉 번은 %3 이하, 가장 길게는 %4 동안 실행되었습니다. 문맥 교환 기록에서.</translation>
    </message>
    <message>
        <source>%1 older intervals are not counted.</source>
        <translation>더 오래된 구간 %1개는 세지 않았습니다.</translation>
    </message>
    <message>
        <source>%1: running %2 % of the time, ready %3 s, forced off %4 times</source>
        <translation>%1: 실행 시간의 %2 % 동안 실행, 준비 %3초, 강제로 밀려남 %4회</translation>
    </message>
    <message>
        <source>No process has these words. Clear the filter to see all of them.</source>
        <translation>이 낱말이 있는 프로세스가 없습니다. 거르기를 비우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>being counted…</source>
        <translation>세는 중…</translation>
    </message>
    <message>
        <source>Between the markers A and B. What a switch took is kept as a sum since the start and not told of a stretch.</source>
        <translation>마커 A와 B 사이입니다. 문맥 교환에 걸린 시간은 시작부터의 합으로만 남으므로 구간별로는 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Share from A to B</source>
        <translation>A~B 비율</translation>
    </message>
</context>
<context>
    <name>ipclab::SchedulingControl</name>
    <message>
        <source>-20 is served first, 19 last; under a real-time policy it has no effect. Given at once to all its threads. Lowering it usually takes a right.</source>
        <translation>-20이 가장 먼저, 19가 가장 나중에 실행됩니다. 실시간 정책에서는 효과가 없습니다. 모든 스레드에 바로 적용됩니다. 낮추려면 대개 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>The processors it may run on, such as 0 or 0-2,5. Given at once to all its threads. Processes it has made before keep theirs.</source>
        <translation>이 프로세스가 실행될 수 있는 프로세서입니다. 예: 0 또는 0-2,5. 모든 스레드에 바로 적용됩니다. 전에 만든 프로세스는 그대로입니다.</translation>
    </message>
    <message>
        <source>Nice value</source>
        <translation>nice 값</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>any</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no processors. Write %2, 0, or 0-2,5</source>
        <translation>&quot;%1&quot;은(는) 프로세서를 가리키지 않습니다. %2, 0, 0-2,5처럼 쓰세요</translation>
    </message>
    <message>
        <source>This machine has no processor %1; it has %2</source>
        <translation>이 컴퓨터에는 프로세서 %1이(가) 없습니다. 있는 것: %2</translation>
    </message>
</context>
<context>
    <name>ipclab::SectionPalette</name>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>BSS</source>
        <translation>BSS</translation>
    </message>
    <message>
        <source>Heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>익명</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>공유 메모리</translation>
    </message>
    <message>
        <source>Mapped files</source>
        <translation>매핑된 파일</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Thread stacks</source>
        <translation>스레드 스택</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>스택</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>접근 불가</translation>
    </message>
    <message>
        <source>The program&apos;s machine code.</source>
        <translation>프로그램의 기계어 코드입니다.</translation>
    </message>
    <message>
        <source>The program&apos;s read-only data.</source>
        <translation>프로그램의 읽기 전용 데이터입니다.</translation>
    </message>
    <message>
        <source>The program&apos;s variables that begin with a value.</source>
        <translation>값을 가지고 시작하는 프로그램 변수입니다.</translation>
    </message>
    <message>
        <source>The program&apos;s variables that begin with zero.</source>
        <translation>0으로 시작하는 프로그램 변수입니다.</translation>
    </message>
    <message>
        <source>What malloc and new hand out, by moving the program break (brk).</source>
        <translation>malloc과 new가 프로그램 브레이크(brk)를 옮겨 나누어 주는 메모리입니다.</translation>
    </message>
    <message>
        <source>Memory without a file (mmap): large allocations, and what libraries keep for themselves.</source>
        <translation>파일 없는 메모리(mmap): 큰 할당과 라이브러리가 쓰는 것.</translation>
    </message>
    <message>
        <source>Shared memory: POSIX, System V or memfd. Who else maps it sees what is written.</source>
        <translation>공유 메모리: POSIX, System V 또는 memfd. 함께 매핑한 쪽이 쓴 내용을 봅니다.</translation>
    </message>
    <message>
        <source>Files read and written as memory (mmap).</source>
        <translation>메모리처럼 읽고 쓰는 파일입니다 (mmap).</translation>
    </message>
    <message>
        <source>Shared libraries and the dynamic linker: their code and their data.</source>
        <translation>공유 라이브러리와 동적 링커의 코드와 데이터입니다.</translation>
    </message>
    <message>
        <source>Stacks of the threads but the first.</source>
        <translation>첫 스레드를 뺀 스레드들의 스택입니다.</translation>
    </message>
    <message>
        <source>The stack of the first thread. It grows towards lower addresses.</source>
        <translation>첫 스레드의 스택입니다. 낮은 주소 쪽으로 자랍니다.</translation>
    </message>
    <message>
        <source>Code and data the kernel lends (vdso, vvar), for system calls without a switch.</source>
        <translation>커널로 넘어가지 않고 시스템 호출을 하도록 커널이 빌려주는 코드와 데이터(vdso, vvar)입니다.</translation>
    </message>
    <message>
        <source>Nothing may be done there: guard pages, and addresses held in reserve.</source>
        <translation>아무것도 할 수 없는 곳: 보호 페이지와 예약된 주소입니다.</translation>
    </message>
    <message>
        <source>Kernel pages</source>
        <translation>커널 페이지</translation>
    </message>
</context>
<context>
    <name>ipclab::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>설정 쪽</translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation>모두 초기화(&amp;R)…</translation>
    </message>
    <message>
        <source>Show the &amp;hints again</source>
        <translation>안내 다시 보기(&amp;H)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>설정 초기화</translation>
    </message>
    <message>
        <source>Set all settings back to what they were at first?</source>
        <translation>모든 설정을 처음 값으로 되돌릴까요?</translation>
    </message>
    <message>
        <source>Of the tables the columns too. Experiments, the files opened last and what you have agreed to stay.</source>
        <translation>표의 열도 되돌립니다. 실험, 최근에 연 파일, 동의한 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
</context>
<context>
    <name>ipclab::SharedSection</name>
    <message>
        <source>Shared</source>
        <translation>공유 객체</translation>
    </message>
    <message>
        <source>no synchronisation</source>
        <translation>동기화 없음</translation>
    </message>
    <message>
        <source>counter: %1 after %2 updates</source>
        <translation>카운터: %2번 갱신 후 %1</translation>
    </message>
    <message>
        <source>updates lost: %1</source>
        <translation>잃어버린 갱신: %1</translation>
    </message>
    <message>
        <source>token: passed on %1 times</source>
        <translation>토큰: %1번 넘김</translation>
    </message>
    <message>
        <source>one hand-off: p50 %1, p99 %2</source>
        <translation>전달 한 번: p50 %1, p99 %2</translation>
    </message>
    <message>
        <source>barrier: %1 phases</source>
        <translation>장벽(배리어): %1단계</translation>
    </message>
    <message>
        <source>passed too early: %1</source>
        <translation>너무 일찍 지남: %1</translation>
    </message>
    <message>
        <source>waits for its lock: %1</source>
        <translation>락을 기다린 횟수: %1</translation>
    </message>
    <message>
        <source>%1 died holding the lock</source>
        <translation>%1이(가) 락을 쥔 채 죽음</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>%1이(가) 보유 중</translation>
    </message>
</context>
<context>
    <name>ipclab::SidePanel</name>
    <message>
        <source>Library</source>
        <translation>실험 목록</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Experiments to open and run</source>
        <translation>열고 실행할 실험</translation>
    </message>
    <message>
        <source>Programs to build an experiment of</source>
        <translation>실험을 구성할 프로그램</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>The runs made last, to open again</source>
        <translation>최근에 한 실행, 다시 열기</translation>
    </message>
    <message>
        <source>Library, programs or last runs</source>
        <translation>라이브러리, 프로그램 또는 최근 실행</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>실습</translation>
    </message>
    <message>
        <source>Questions to predict, run and be judged</source>
        <translation>예측하고 실행하고 판정받는 문제</translation>
    </message>
</context>
<context>
    <name>ipclab::StateDiagram</name>
    <message>
        <source>All processes</source>
        <translation>모든 프로세스</translation>
    </message>
    <message>
        <source>During a run each arc counts how often it is taken, and a dot shows each process.</source>
        <translation>실행 중에 화살표마다 지난 횟수를 세고, 점 하나가 프로세스 하나를 나타냅니다.</translation>
    </message>
    <message>
        <source>States are not observed in this run (observe: off).</source>
        <translation>이 실행에서는 상태를 관측하지 않습니다(관측: 끔).</translation>
    </message>
    <message>
        <source>The arcs cannot be counted: that takes the kernel&apos;s switch records (observe: exact).</source>
        <translation>화살표를 셀 수 없습니다. 커널의 문맥 교환 기록이 필요합니다(관측: 정확).</translation>
    </message>
    <message>
        <source>%1 changes of state are missing: records were lost.</source>
        <translation>상태 변화 %1개가 빠졌습니다. 기록이 유실되었습니다.</translation>
    </message>
    <message>
        <source>The moment of a wake-up is not recorded here: it is counted when the process runs again.</source>
        <translation>깨어난 순간은 여기서 기록되지 않습니다. 프로세스가 다시 실행될 때 셉니다.</translation>
    </message>
    <message>
        <source>From the kernel&apos;s switch records.</source>
        <translation>커널의 문맥 교환 기록에서 얻었습니다.</translation>
    </message>
    <message>
        <source>%1 · %2/s</source>
        <translation>%1 · %2/s</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>디스패치</translation>
    </message>
    <message>
        <source>interrupt</source>
        <translation>인터럽트(선점)</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>대기 시작</translation>
    </message>
    <message>
        <source>wake-up</source>
        <translation>깨움</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>It has been created and is put into the ready queue.</source>
        <translation>생성되어 준비 큐에 들어갑니다.</translation>
    </message>
    <message>
        <source>The scheduler gives it a processor.</source>
        <translation>스케줄러가 프로세서를 줍니다.</translation>
    </message>
    <message>
        <source>It is preempted: its time is over, or another goes first. It could have run on.</source>
        <translation>선점됩니다. 시간이 다 되었거나 다른 프로세스가 먼저입니다. 더 실행할 수 있었습니다.</translation>
    </message>
    <message>
        <source>It gives the processor up, since it cannot go on before something happens.</source>
        <translation>어떤 일이 일어나기 전에는 계속할 수 없어 프로세서를 내놓습니다.</translation>
    </message>
    <message>
        <source>What it waited for has happened: it can run again.</source>
        <translation>기다리던 일이 일어나 다시 실행될 수 있습니다.</translation>
    </message>
    <message>
        <source>It ends, by itself or by a signal.</source>
        <translation>스스로 또는 시그널로 끝납니다.</translation>
    </message>
    <message>
        <source>A signal stops it.</source>
        <translation>시그널이 정지시킵니다.</translation>
    </message>
    <message>
        <source>SIGCONT lets it go on.</source>
        <translation>SIGCONT가 계속하게 합니다.</translation>
    </message>
    <message>
        <source>An older ipclab wrote this recording without counts: it is gone through now, %1 of %2 processes so far.</source>
        <translation>옛 ipclab이 횟수 없이 쓴 기록입니다. 지금 세고 있으며, 프로세스 %2개 가운데 %1개를 마쳤습니다.</translation>
    </message>
    <message>
        <source>Between the markers A and B.</source>
        <translation>마커 A와 B 사이입니다.</translation>
    </message>
    <message>
        <source>%1 Time spent in it: %2.</source>
        <translation>%1 이 상태로 보낸 시간: %2.</translation>
    </message>
    <message>
        <source>Changes of state are being counted…</source>
        <translation>상태 전이를 세는 중…</translation>
    </message>
</context>
<context>
    <name>ipclab::StateLegend</name>
    <message>
        <source>Legend of process states</source>
        <translation>프로세스 상태 범례</translation>
    </message>
</context>
<context>
    <name>ipclab::StatePalette</name>
    <message>
        <source>new</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>The processor is between two processes: the one before has left, the next one does not run yet. This is what a context switch costs.</source>
        <translation>프로세서가 두 프로세스 사이에 있습니다. 앞의 것은 떠났고 다음 것은 아직 실행되지 않습니다. 이것이 문맥 교환의 비용입니다.</translation>
    </message>
    <message>
        <source>Woken and not yet on a processor. The kernel tells how long this was in all the waits of a moment together (run delay); when it began in each of them is estimated.</source>
        <translation>깨어났지만 아직 프로세서를 얻지 못했습니다. 커널은 한순간의 모든 대기에서 이 시간의 합(실행 지연)을 알려 주며, 각 대기에서 언제 시작했는지는 추정입니다.</translation>
    </message>
    <message>
        <source>switching</source>
        <translation>문맥 교환 중</translation>
    </message>
    <message>
        <source>ready, estimated</source>
        <translation>준비(추정)</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>좀비</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>ready or running</source>
        <translation>준비 또는 실행</translation>
    </message>
    <message>
        <source>Being created: it has not run yet.</source>
        <translation>생성 중이며 아직 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>Could run, but every processor it may use is busy with others.</source>
        <translation>실행할 수 있지만 쓸 수 있는 프로세서를 모두 다른 프로세스가 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Executing instructions on a processor.</source>
        <translation>프로세서에서 명령을 실행하고 있습니다.</translation>
    </message>
    <message>
        <source>Cannot go on before something happens: data, a lock, a time, a child.</source>
        <translation>데이터, 락, 시각, 자식 등 어떤 일이 일어나기 전에는 진행할 수 없습니다.</translation>
    </message>
    <message>
        <source>Stopped by a signal or a debugger; goes on when told to.</source>
        <translation>시그널이나 디버거가 멈추었으며, 지시가 있으면 계속합니다.</translation>
    </message>
    <message>
        <source>Has ended, but its parent has not yet asked for its exit status.</source>
        <translation>끝났지만 부모가 아직 종료 상태를 거두지 않았습니다.</translation>
    </message>
    <message>
        <source>Has ended, and its parent knows how.</source>
        <translation>끝났고, 부모가 어떻게 끝났는지 압니다.</translation>
    </message>
    <message>
        <source>Ready or running: sampling cannot tell the two apart.</source>
        <translation>준비 또는 실행: 표본으로는 둘을 구별할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::StatisticsTab</name>
    <message>
        <source>Copy table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>Copies the whole table, as a spreadsheet takes it</source>
        <translation>스프레드시트에 붙여 넣을 수 있게 표 전체를 복사합니다</translation>
    </message>
    <message>
        <source>Statistics between the markers A and B</source>
        <translation>표식 A와 B 사이의 통계</translation>
    </message>
    <message>
        <source>Put marker A and marker B into the charts (keys A and B at the crosshair): what lies between them stands here.</source>
        <translation>차트에 표식 A와 B를 놓으면(십자선에서 A와 B 키) 그 사이의 통계가 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::StatusPill</name>
    <message>
        <source>State of the run: %1</source>
        <translation>실행 상태: %1</translation>
    </message>
</context>
<context>
    <name>ipclab::StepBytes</name>
    <message>
        <source>The first %1 of %2 bytes.</source>
        <translation>%2바이트 가운데 처음 %1바이트입니다.</translation>
    </message>
    <message>
        <source>This step has no bytes of its own.</source>
        <translation>이 단계에는 자기 바이트가 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::StepRows</name>
    <message>
        <source>Program counter</source>
        <translation>프로그램 카운터</translation>
    </message>
    <message>
        <source>The function and how far in it; the address is in the tooltip.</source>
        <translation>함수와 그 안에서의 위치. 주소는 도구 설명에 있습니다.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Where the counter goes from here.</source>
        <translation>여기서 카운터가 가는 곳.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>바뀌는 것</translation>
    </message>
    <message>
        <source>The registers it changes, as they are afterwards.</source>
        <translation>바뀌는 레지스터와 실행한 뒤의 값.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>The instruction itself.</source>
        <translation>명령어 자체.</translation>
    </message>
    <message>
        <source>Stack pointer</source>
        <translation>스택 포인터</translation>
    </message>
    <message>
        <source>Before it.</source>
        <translation>실행하기 전의 값.</translation>
    </message>
    <message>
        <source>waits in the kernel</source>
        <translation>커널에서 대기</translation>
    </message>
    <message>
        <source>is next</source>
        <translation>다음 차례</translation>
    </message>
    <message>
        <source>It cannot be stepped: %1.</source>
        <translation>한 명령어씩 실행할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>It is held and stands still.</source>
        <translation>붙잡혀 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>the same each time</source>
        <translation>매번 같음</translation>
    </message>
    <message>
        <source>others %1 times</source>
        <translation>%1번 다름</translation>
    </message>
    <message>
        <source>Held for %1 in all, %2 context switches. Its registers, read again before it went on: %3.</source>
        <translation>모두 %1 동안 붙잡혔고 문맥 교환 %2번. 계속하기 전에 다시 읽은 레지스터: %3.</translation>
    </message>
</context>
<context>
    <name>ipclab::SweepGuard</name>
    <message>
        <source>What it has measured is lost: there was no folder to keep it in.</source>
        <translation>측정한 것은 사라집니다. 보관할 폴더가 없었습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 runs are done. They stay in their file: File ▸ Open recent opens it again, and it can be gone on with. The run that is going now is thrown away.</source>
        <translation>실행 %2번 가운데 %1번이 끝났습니다. 그 결과는 파일에 남습니다. 파일 ▸ 최근 파일 열기로 다시 열어 이어서 측정할 수 있습니다. 지금 진행 중인 실행은 버려집니다.</translation>
    </message>
    <message>
        <source>A sweep is being measured</source>
        <translation>스윕을 측정하고 있습니다</translation>
    </message>
    <message>
        <source>Stop the sweep and quit?</source>
        <translation>스윕을 중지하고 끝낼까요?</translation>
    </message>
    <message>
        <source>Stop the sweep and close its window?</source>
        <translation>스윕을 중지하고 창을 닫을까요?</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>스윕 중지</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>계속 측정</translation>
    </message>
</context>
<context>
    <name>ipclab::SweepParts</name>
    <message>
        <source>Varied: %1</source>
        <translation>바꾼 것: %1</translation>
    </message>
    <message>
        <source>Set in all runs</source>
        <translation>모든 실행에 설정</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>%1 of each cell, interleaved: what drifts on the machine drifts for all cells alike</source>
        <translation>칸마다 %1번, 섞어서 실행: 기계의 상태가 변해도 모든 칸에 똑같이 영향을 줍니다</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>준비 실행</translation>
    </message>
    <message>
        <source>one run of each cell before, which is thrown away</source>
        <translation>칸마다 먼저 한 번 실행하고 버립니다</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>States observed</source>
        <translation>상태 관측</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>the median of the repeats, and where 95 % of the medians lie that are drawn from them with replacement (percentile bootstrap)</source>
        <translation>반복의 중앙값, 그리고 반복에서 복원 추출한 중앙값의 95 %가 놓이는 구간(백분위 부트스트랩)</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>the ratio of the medians with its bootstrap interval; called real where the test of Mann and Whitney gives p &lt; 0.05</source>
        <translation>중앙값의 비와 부트스트랩 구간. 만-휘트니 검정에서 p &lt; 0.05이면 실제 차이라고 합니다</translation>
    </message>
    <message>
        <source>What each figure is, and how it was had.</source>
        <translation>각 수치의 뜻과 얻은 방법.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>What it is, and how it was had</source>
        <translation>뜻과 얻은 방법</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 횟수</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 구간</translation>
    </message>
    <message>
        <source>! The repeats disagree: the interval reaches further than 15 % from the median.</source>
        <translation>! 반복이 서로 다릅니다: 구간이 중앙값에서 15 %보다 멀리까지 미칩니다.</translation>
    </message>
    <message>
        <source>%1 was not measured: %2</source>
        <translation>%1: 측정하지 않음: %2</translation>
    </message>
    <message>
        <source>%1 of each cell, in the median.</source>
        <translation>칸마다 %1, 중앙값.</translation>
    </message>
    <message>
        <source>%1: medians and their 95 % intervals.</source>
        <translation>%1: 중앙값과 95 % 구간.</translation>
    </message>
    <message>
        <source>%1 against that with %2.</source>
        <translation>%1: %2와 비교.</translation>
    </message>
    <message>
        <source>Ratio and its 95 % interval</source>
        <translation>비와 95 % 구간</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>Cells whose repeats disagree, so that the interval reaches further than 15 % from the median: %1.</source>
        <translation>반복끼리 서로 달라 구간이 중앙값에서 15 %보다 멀리 미치는 칸: %1개.</translation>
    </message>
    <message>
        <source>Other work disturbed %1 of %2 runs. Of the last of them: %3.</source>
        <translation>실행 %2번 가운데 %1번을 다른 작업이 방해했습니다. 그 가운데 마지막: %3.</translation>
    </message>
    <message>
        <source>Cells that are not measured to the end: %1.</source>
        <translation>끝까지 측정하지 않은 칸: %1개.</translation>
    </message>
    <message>
        <source>With fewer than six repeats an interval holds the true median less often than 95 times in 100.</source>
        <translation>반복이 여섯 번보다 적으면 구간이 참 중앙값을 포함하는 경우가 100번에 95번보다 적습니다.</translation>
    </message>
    <message>
        <source>%1 against that with %2. Comparisons: %3; really higher: %4, really lower: %5, no difference shown: %6, too few repeats to tell: %7.</source>
        <translation>%1, 기준은 %2. 비교: %3; 실제로 높음: %4, 실제로 낮음: %5, 차이가 보이지 않음: %6, 반복이 적어 판단할 수 없음: %7.</translation>
    </message>
</context>
<context>
    <name>ipclab::SweepProperties</name>
    <message>
        <source>Where the processes may run: all on one CPU, one after the other on the CPUs there are, or as the document says</source>
        <translation>프로세스가 실행될 수 있는 곳: 모두 한 CPU, CPU마다 차례로, 또는 문서에 적힌 대로</translation>
    </message>
    <message>
        <source>%1 of every link</source>
        <translation>모든 링크의 %1</translation>
    </message>
    <message>
        <source>%1 of every process</source>
        <translation>모든 프로세스의 %1</translation>
    </message>
    <message>
        <source>one CPU, apart, free</source>
        <translation>한 CPU, 따로, 자유</translation>
    </message>
    <message>
        <source>All that fit here</source>
        <translation>여기서 가능한 모두</translation>
    </message>
    <message>
        <source>The usual five</source>
        <translation>대표 다섯</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>Half, as it is, twice, four times</source>
        <translation>절반, 그대로, 두 배, 네 배</translation>
    </message>
</context>
<context>
    <name>ipclab::SweepResults</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>막대</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>가로축</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>%1: not measured. %2</source>
        <translation>%1: 측정하지 않음. %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 repeats.</source>
        <translation>%1: 반복 %3번 중 %2번.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 (%3 … %4), the median of %n repeat(s).</source>
        <translation>
            <numerusform>%1: %2 (%3 … %4), 반복 %n번의 중앙값.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a row, or a cell of the map, to read what it says.</source>
        <translation>행이나 지도의 칸을 고르면 그 뜻을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>A dot for each repeat: what is done, and what is to come</source>
        <translation>반복마다 점 하나: 끝난 것과 남은 것</translation>
    </message>
    <message>
        <source>Needs a property that is varied by numbers</source>
        <translation>숫자로 바뀌는 속성이 있어야 합니다</translation>
    </message>
    <message>
        <source>How the sweep is shown</source>
        <translation>스윕을 보는 방법</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Figure that is shown</source>
        <translation>보이는 수치</translation>
    </message>
    <message>
        <source>Any figure of the runs: rates, percentiles of latency, times of the processor and others</source>
        <translation>실행의 모든 수치: 속도, 지연 시간의 백분위수, 프로세서 시간 등</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>What the others are compared with</source>
        <translation>나머지와 비교할 기준</translation>
    </message>
    <message>
        <source>Each cell is compared with the one that differs from it in this alone</source>
        <translation>각 칸을 이것만 다른 칸과 비교합니다</translation>
    </message>
    <message>
        <source>As ratio to it</source>
        <translation>기준에 대한 비</translation>
    </message>
    <message>
        <source>Charts show how many times the baseline&apos;s figure each is</source>
        <translation>차트가 기준의 몇 배인지를 보입니다</translation>
    </message>
    <message>
        <source>What bars, curves or rows are</source>
        <translation>막대, 곡선, 행이 나타내는 것</translation>
    </message>
    <message>
        <source>What columns are, or what curves are drawn against</source>
        <translation>열이 나타내는 것, 또는 곡선의 가로축</translation>
    </message>
    <message>
        <source>Log figure</source>
        <translation>수치 로그</translation>
    </message>
    <message>
        <source>The axis of the figure is logarithmic</source>
        <translation>수치의 축이 로그 눈금입니다</translation>
    </message>
    <message>
        <source>Log below</source>
        <translation>가로축 로그</translation>
    </message>
    <message>
        <source>The axis below is logarithmic</source>
        <translation>가로축이 로그 눈금입니다</translation>
    </message>
    <message>
        <source>Table of what was measured</source>
        <translation>측정한 것의 표</translation>
    </message>
    <message>
        <source>Nothing measured yet.</source>
        <translation>아직 측정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Picture of what was measured</source>
        <translation>측정한 것의 그림</translation>
    </message>
    <message>
        <source>Say on the left what is compared, and press Measure. Medians with their 95 % intervals stand here as a table, as bars, as curves and as a map, while they are measured.</source>
        <translation>왼쪽에서 비교할 것을 정하고 측정을 누르십시오. 측정하는 동안 95 % 구간이 있는 중앙값이 표, 막대, 곡선, 지도로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>What was measured of the chosen cell</source>
        <translation>고른 칸에서 측정한 것</translation>
    </message>
</context>
<context>
    <name>ipclab::SweepTable</name>
    <message>
        <source>95 % interval</source>
        <translation>95 % 구간</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>비</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>The median of the repeats</source>
        <translation>반복의 중앙값</translation>
    </message>
    <message>
        <source>95 % of the medians of repeats drawn anew from these lie in it (bootstrap)</source>
        <translation>반복에서 다시 뽑은 표본의 중앙값 중 95 %가 이 안에 있습니다(부트스트랩)</translation>
    </message>
    <message>
        <source>Of the medians, to the baseline&apos;s, with its 95 % interval (bootstrap)</source>
        <translation>기준의 중앙값에 대한 중앙값의 비와 95 % 구간(부트스트랩)</translation>
    </message>
    <message>
        <source>Whether it is real: Mann and Whitney&apos;s test of the repeats, p below 0.05</source>
        <translation>실제 차이인지 여부: 반복에 대한 만-휘트니 검정, p 0.05 미만</translation>
    </message>
    <message>
        <source>How many count of those that are wanted</source>
        <translation>원하는 반복 중 인정된 수</translation>
    </message>
    <message>
        <source>One repeat in ten was below p10, one in ten above p90</source>
        <translation>반복의 10분의 1은 p10보다 작고, 10분의 1은 p90보다 컸습니다</translation>
    </message>
    <message>
        <source>not measured: %1</source>
        <translation>측정하지 않음: %1</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>기준</translation>
    </message>
</context>
<context>
    <name>ipclab::SweepWords</name>
    <message>
        <source>a dot for each repeat: filled, done; ring, to come; orange, disturbed</source>
        <translation>반복마다 점 하나: 채운 점은 끝남, 빈 점은 남음, 주황은 방해받음</translation>
    </message>
    <message>
        <source>~ no difference shown (Mann and Whitney, p ≥ 0.05)</source>
        <translation>~ 차이가 보이지 않음(만-휘트니, p ≥ 0.05)</translation>
    </message>
    <message>
        <source>? too few repeats to tell</source>
        <translation>? 반복이 적어 판단할 수 없음</translation>
    </message>
    <message>
        <source>%1 repeats disagree, or other work disturbed them</source>
        <translation>%1 반복이 서로 어긋나거나 다른 작업이 방해함</translation>
    </message>
    <message>
        <source>hatched: cannot be measured here</source>
        <translation>빗금: 여기서 측정할 수 없음</translation>
    </message>
    <message>
        <source>Repeats measured</source>
        <translation>측정한 반복</translation>
    </message>
    <message>
        <source>%1: ratio to %2</source>
        <translation>%1: %2에 대한 비</translation>
    </message>
    <message>
        <source>ratio of the medians and its 95 % interval</source>
        <translation>중앙값의 비와 95 % 구간</translation>
    </message>
    <message>
        <source>median and its 95 % interval</source>
        <translation>중앙값과 95 % 구간</translation>
    </message>
    <message>
        <source>median and its 95 % interval in %1</source>
        <translation>중앙값과 95 % 구간, 단위 %1</translation>
    </message>
    <message>
        <source>not measured: %1</source>
        <translation>측정하지 않음: %1</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>예정</translation>
    </message>
    <message>
        <source>not known of it</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>one CPU</source>
        <translation>한 CPU</translation>
    </message>
    <message>
        <source>CPUs apart</source>
        <translation>CPU 따로</translation>
    </message>
    <message>
        <source>free</source>
        <translation>자유</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>더 높음</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>더 낮음</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>차이가 보이지 않음</translation>
    </message>
    <message>
        <source>too few repeats to tell</source>
        <translation>반복이 적어 판단할 수 없음</translation>
    </message>
    <message>
        <source>Choose a baseline to see whether a difference is real.</source>
        <translation>기준을 고르면 차이가 실제인지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>This is the baseline: the others are compared with it.</source>
        <translation>이것이 기준입니다. 나머지를 이것과 비교합니다.</translation>
    </message>
    <message>
        <source>Nothing was measured here that could be compared.</source>
        <translation>여기에는 비교할 수 있는 측정값이 없습니다.</translation>
    </message>
    <message>
        <source>The baseline, %1, was not measured here.</source>
        <translation>기준인 %1은(는) 여기서 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>p below 0.001</source>
        <translation>p 0.001 미만</translation>
    </message>
    <message>
        <source>With so few repeats nothing can be decided: even the clearest order of them would come about by chance too often. From four repeats of each on there can be a verdict.</source>
        <translation>반복이 이렇게 적으면 아무것도 판단할 수 없습니다. 가장 뚜렷한 순서도 우연히 너무 자주 생기기 때문입니다. 각각 네 번부터 판단할 수 있습니다.</translation>
    </message>
    <message>
        <source>Mann and Whitney&apos;s test of the repeats: %1</source>
        <translation>반복에 대한 만-휘트니 검정: %1</translation>
    </message>
    <message>
        <source>No difference is shown: repeats of %1 and %2 mix as they would by chance (%3). That does not prove them equal; the ratio lies between %4 and %5.</source>
        <translation>차이가 보이지 않습니다. %1와(과) %2의 반복이 우연히 그럴 만큼 섞여 있습니다(%3). 같다는 증명은 아니며, 비는 %4와 %5 사이에 있습니다.</translation>
    </message>
    <message>
        <source>The difference is real: %1 is higher, %2 the value of %3 (95 % interval %4 … %5). %6.</source>
        <translation>차이는 실제입니다. %1이(가) 더 높고 %3의 %2입니다(95 % 구간 %4 … %5). %6.</translation>
    </message>
    <message>
        <source>The difference is real: %1 is lower, %2 the value of %3 (95 % interval %4 … %5). %6.</source>
        <translation>차이는 실제입니다. %1이(가) 더 낮고 %3의 %2입니다(95 % 구간 %4 … %5). %6.</translation>
    </message>
    <message>
        <source>Its repeats disagree: the interval reaches further than 15 % from the median.</source>
        <translation>반복이 서로 어긋납니다. 구간이 중앙값에서 15 % 넘게 벗어납니다.</translation>
    </message>
    <message numerus="yes">
        <source>In %n repeat(s) other work disturbed it: %1.</source>
        <translation>
            <numerusform>반복 %n번을 다른 작업이 방해했습니다: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cells × %2 runs, interleaved · %3 · Linux %4 · %5 · ipclab</source>
        <translation>칸 %1개 × 실행 %2번, 번갈아 · %3 · Linux %4 · %5 · ipclab</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>루프</translation>
    </message>
    <message>
        <source>bare</source>
        <translation>맨 루프</translation>
    </message>
    <message>
        <source>ipclab</source>
        <translation>ipclab</translation>
    </message>
</context>
<context>
    <name>ipclab::TablesPanel</name>
    <message>
        <source>Tables and events</source>
        <translation>표와 사건</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Table of processes</source>
        <translation>프로세스 표</translation>
    </message>
    <message>
        <source>Table of links</source>
        <translation>링크 표</translation>
    </message>
    <message>
        <source>Waits: deadlock</source>
        <translation>대기: 교착 상태</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Picture of who waits for whom</source>
        <translation>누가 누구를 기다리는지 보이는 그림</translation>
    </message>
    <message>
        <source>List of who waits for whom</source>
        <translation>누가 누구를 기다리는지 보이는 목록</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>트리</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>큐</translation>
    </message>
    <message>
        <source>Queues of the scheduler</source>
        <translation>스케줄러의 큐</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>스케줄링</translation>
    </message>
    <message>
        <source>What the scheduler did</source>
        <translation>스케줄러가 한 일</translation>
    </message>
    <message>
        <source>This experiment has no links.</source>
        <translation>이 실험에는 링크가 없습니다.</translation>
    </message>
    <message>
        <source>States</source>
        <translation>상태도</translation>
    </message>
    <message>
        <source>State diagram</source>
        <translation>상태도</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>What commands have written</source>
        <translation>명령이 출력한 내용</translation>
    </message>
    <message>
        <source>Nothing yet. What commands write on standard output and standard error stands here.</source>
        <translation>아직 없습니다. 명령이 표준 출력과 표준 오류에 쓴 것이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Give the height back to the charts</source>
        <translation>높이를 차트에 돌려주기</translation>
    </message>
    <message>
        <source>Make the tables taller</source>
        <translation>표를 더 높게</translation>
    </message>
    <message>
        <source>Between A and B</source>
        <translation>A와 B 사이</translation>
    </message>
    <message>
        <source>No row has these words. Clear the filter (Esc) to see all of them.</source>
        <translation>이 낱말이 있는 행이 없습니다. 거르기를 비우면(Esc) 모두 보입니다.</translation>
    </message>
    <message>
        <source>This experiment has no processes. Drag a program onto the canvas, or press Ctrl+Shift+A.</source>
        <translation>이 실험에는 프로세스가 없습니다. 프로그램을 캔버스로 끌어다 놓거나 Ctrl+Shift+A를 누르세요.</translation>
    </message>
    <message>
        <source>No command wrote anything in this run.</source>
        <translation>이 실행에서 명령이 출력한 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::TaskTree</name>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>만든 방법</translation>
    </message>
    <message>
        <source>Born [s]</source>
        <translation>시작 [s]</translation>
    </message>
    <message>
        <source>Lived [s]</source>
        <translation>수명 [s]</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Its name in the experiment, or as the kernel knows it (at most 15 bytes).</source>
        <translation>실험에서의 이름, 또는 커널이 아는 이름(최대 15바이트).</translation>
    </message>
    <message>
        <source>The number the kernel gave it; of a thread its own (gettid).</source>
        <translation>커널이 준 번호. 스레드는 자신의 번호(gettid).</translation>
    </message>
    <message>
        <source>Now, as observed from outside.</source>
        <translation>지금, 밖에서 관측한 상태.</translation>
    </message>
    <message>
        <source>fork, and exec where another program was put in its place; from the kernel&apos;s task records.</source>
        <translation>fork, 그리고 다른 프로그램으로 바뀐 경우 exec. 커널의 태스크 기록에서.</translation>
    </message>
    <message>
        <source>After the start of the run; – where its birth was not recorded.</source>
        <translation>실행 시작 이후. 태어남이 기록되지 않았으면 –.</translation>
    </message>
    <message>
        <source>From its birth to its end.</source>
        <translation>태어나서 끝날 때까지.</translation>
    </message>
    <message>
        <source>Its exit status, which only its parent learns: shown where that is the launcher.</source>
        <translation>종료 상태는 부모만 알게 됩니다. 부모가 런처인 경우 표시합니다.</translation>
    </message>
    <message>
        <source>ipclab-launcher</source>
        <translation>ipclab-launcher</translation>
    </message>
    <message>
        <source>first thread</source>
        <translation>첫 스레드</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>fork</translation>
    </message>
    <message>
        <source>fork, exec %1</source>
        <translation>fork, exec %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>not waited for yet</source>
        <translation>아직 기다려 주지 않음</translation>
    </message>
    <message>
        <source>its parent knows how</source>
        <translation>부모만 알고 있음</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>기다리는 것</translation>
    </message>
    <message>
        <source>What the process itself says, or else what the kernel tells of the call it sleeps in.</source>
        <translation>프로세스가 스스로 밝힌 이유이며, 밝히지 않으면 잠든 호출에 대해 커널이 알려 주는 것입니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::TimeAxis</name>
    <message>
        <source>seconds before now</source>
        <translation>지금부터 몇 초 전</translation>
    </message>
    <message>
        <source>seconds since start</source>
        <translation>시작부터 몇 초</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ipclab::TimeChart</name>
    <message>
        <source>Nothing recorded yet. Press Run, and the data appears here.</source>
        <translation>아직 기록이 없습니다. 실행을 누르면 데이터가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Scale with what &amp;drains at the end</source>
        <translation>끝에 비워지는 구간도 눈금에 포함(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>아직 측정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>drains</source>
        <translation>비워지는 중</translation>
    </message>
</context>
<context>
    <name>ipclab::TimeRuler</name>
    <message>
        <source>Time axis</source>
        <translation>시간 축</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ipclab::Toolbar</name>
    <message>
        <source>Duration</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>until done</source>
        <translation>끝날 때까지</translation>
    </message>
    <message>
        <source>How long the next run lasts. Zero: until every process has ended by itself, or you press Stop.</source>
        <translation>다음 실행의 시간입니다. 0이면 모든 프로세스가 스스로 끝나거나 정지를 누를 때까지입니다.</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>관측</translation>
    </message>
    <message>
        <source>Time since everybody was ready and the run began</source>
        <translation>모두 준비되어 실행이 시작된 뒤의 시간</translation>
    </message>
    <message>
        <source>Elapsed time</source>
        <translation>경과 시간</translation>
    </message>
</context>
<context>
    <name>ipclab::TreeTab</name>
    <message>
        <source>During a run: its processes, their children and threads. Press Run (F5).</source>
        <translation>실행하는 동안 프로세스와 그 자식, 스레드를 보입니다. 실행을 누르세요 (F5).</translation>
    </message>
    <message>
        <source>No process has these words. Clear the filter to see all of them.</source>
        <translation>이 낱말이 있는 프로세스가 없습니다. 거르기를 비우면 모두 보입니다.</translation>
    </message>
    <message>
        <source>Tree of processes</source>
        <translation>프로세스 트리</translation>
    </message>
    <message>
        <source>Up to process 1</source>
        <translation>프로세스 1까지 위로</translation>
    </message>
    <message>
        <source>Shows what is above the run&apos;s own processes: the launcher, this program, and on to process 1</source>
        <translation>실행의 프로세스 위에 있는 것, 곧 런처와 이 프로그램에서 프로세스 1까지를 보입니다</translation>
    </message>
    <message>
        <source>Show the way up to process 1</source>
        <translation>프로세스 1까지 가는 길 보이기</translation>
    </message>
</context>
<context>
    <name>ipclab::ValueColumn</name>
    <message>
        <source>+ %1 more</source>
        <translation>외 %1개</translation>
    </message>
</context>
<context>
    <name>ipclab::VerdictCard</name>
    <message>
        <source>not run yet</source>
        <translation>아직 실행하지 않음</translation>
    </message>
    <message>
        <source>judged by your teacher</source>
        <translation>선생님이 판정함</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2점 가운데 %1점</translation>
    </message>
    <message>
        <source>Judged by your teacher.</source>
        <translation>선생님이 판정합니다.</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>힌트: %1</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Shows a hint; it costs a tenth of the points</source>
        <translation>힌트를 보여 줍니다. 점수의 10분의 1이 깎입니다</translation>
    </message>
    <message>
        <source>Shows a hint; it costs nothing</source>
        <translation>힌트를 보여 줍니다. 점수는 깎이지 않습니다</translation>
    </message>
    <message>
        <source>Show it in the chart</source>
        <translation>차트에서 보기</translation>
    </message>
    <message>
        <source>counts %1</source>
        <translation>%1점</translation>
    </message>
    <message>
        <source>Show it in the run</source>
        <translation>실행에서 보기</translation>
    </message>
    <message>
        <source>Opens the run this was measured in, at the place the figure is from</source>
        <translation>이 값을 측정한 실행을 열고, 값이 나온 곳을 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>ipclab::WaitTable</name>
    <message>
        <source>In how many of the samples of the last second it said so itself.</source>
        <translation>지난 1초의 표본 가운데 프로세스가 스스로 그렇게 말한 비율입니다.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>기다리는 상대</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Share [%]</source>
        <translation>비율 [%]</translation>
    </message>
    <message>
        <source>the holder of a lock</source>
        <translation>락을 쥔 프로세스</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>%1이(가) 가득 참</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1이(가) 비어 있음</translation>
    </message>
    <message>
        <source>a lock is held</source>
        <translation>락이 걸려 있음</translation>
    </message>
    <message>
        <source>%1 (deadlock)</source>
        <translation>%1 (교착 상태)</translation>
    </message>
    <message>
        <source>Deadlock during the run: %1</source>
        <translation>실행 중의 교착 상태: %1</translation>
    </message>
    <message>
        <source>Deadlock: %1</source>
        <translation>교착 상태: %1</translation>
    </message>
    <message>
        <source>Run the experiment to see who waits for whom.</source>
        <translation>실험을 실행하면 누가 누구를 기다리는지 보입니다.</translation>
    </message>
    <message>
        <source>The run has ended; it met no deadlock.</source>
        <translation>실행이 끝났고, 교착 상태는 없었습니다.</translation>
    </message>
    <message>
        <source>Nobody waits for anybody.</source>
        <translation>아무도 누구를 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>No deadlock.</source>
        <translation>교착 상태가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is a rendezvous</source>
        <translation>%1은(는) 랑데부</translation>
    </message>
    <message>
        <source>%1 (one of several)</source>
        <translation>%1 (여러 대기 중 하나)</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) wait unread, and nobody will be woken for them</source>
        <translation>
            <numerusform>읽지 않은 %n바이트가 기다리지만 그 때문에 깨어날 프로세스가 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>아무도 없음</translation>
    </message>
    <message>
        <source>Who cannot go on.</source>
        <translation>나아갈 수 없는 프로세스입니다.</translation>
    </message>
    <message>
        <source>What it needs, and who could give it.</source>
        <translation>무엇이 필요하고 누가 줄 수 있는지입니다.</translation>
    </message>
    <message>
        <source>Why that is not there.</source>
        <translation>왜 그것이 없는지입니다.</translation>
    </message>
    <message>
        <source>bytes wait unread, and nobody will be woken for them</source>
        <translation>읽지 않은 바이트가 기다리지만 그 때문에 깨어날 프로세스가 없음</translation>
    </message>
</context>
<context>
    <name>ipclab::WaitView</name>
    <message>
        <source>full: %1</source>
        <translation>가득 참: %1</translation>
    </message>
    <message>
        <source>empty: %1</source>
        <translation>비어 있음: %1</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>락</translation>
    </message>
    <message>
        <source>rendezvous: %1</source>
        <translation>랑데부: %1</translation>
    </message>
</context>
<context>
    <name>ipclab::WaitingDialog</name>
    <message>
        <source>Medians of %1 runs.</source>
        <translation>실행 %1번의 중앙값.</translation>
    </message>
    <message>
        <source>%1, a request</source>
        <translation>%1, 요청당</translation>
    </message>
    <message>
        <source>connections of which one asks</source>
        <translation>연결의 수 (그 가운데 하나만 요청)</translation>
    </message>
    <message>
        <source>Press Measure: what select, poll, epoll and the others cost a server on this machine, against the number of its connections.</source>
        <translation>측정을 누르면 이 컴퓨터에서 select, poll, epoll과 다른 전략이 서버에 드는 비용을 연결의 수에 따라 잽니다.</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU 시간</translation>
    </message>
    <message>
        <source>System calls</source>
        <translation>시스템 호출</translation>
    </message>
    <message>
        <source>Wake-ups</source>
        <translation>깨어남</translation>
    </message>
    <message>
        <source>Descriptors looked at</source>
        <translation>살펴본 파일 디스크립터</translation>
    </message>
    <message>
        <source>Latency, p50</source>
        <translation>지연 시간, p50</translation>
    </message>
    <message>
        <source>Latency, p99</source>
        <translation>지연 시간, p99</translation>
    </message>
    <message>
        <source>Costs of waiting</source>
        <translation>기다림의 비용</translation>
    </message>
    <message>
        <source>One connection asks, the others are silent: a strategy that looks at all of them costs more the more there are. Dashed: models of other systems.</source>
        <translation>연결 하나만 요청하고 나머지는 조용합니다. 모두를 살펴보는 전략은 연결이 많을수록 비용이 큽니다. 파선은 다른 시스템의 모델입니다.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Nothing measured yet. It takes some minutes: every strategy with up to 10,000 connections.</source>
        <translation>아직 측정하지 않았습니다. 모든 전략을 연결 10,000개까지 재므로 몇 분이 걸립니다.</translation>
    </message>
    <message>
        <source>What the chart shows of each strategy</source>
        <translation>차트가 전략마다 보여 줄 측정값</translation>
    </message>
</context>
<context>
    <name>ipclab::WaitingRun</name>
    <message>
        <source>stopped before everything was measured</source>
        <translation>모두 측정하기 전에 멈췄습니다</translation>
    </message>
</context>
<context>
    <name>ipclab::WindowActions</name>
    <message>
        <source>As the &amp;desktop</source>
        <translation>데스크톱에 따름(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>어둡게(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;hints</source>
        <translation>도움말 보기(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About ipclab</source>
        <translation>ipclab 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>파일 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Save &amp;chart…</source>
        <translation>차트 저장(&amp;C)…</translation>
    </message>
    <message>
        <source>Saves a chart or all of them as PNG, SVG or PDF</source>
        <translation>차트 하나나 전부를 PNG, SVG, PDF로 저장합니다</translation>
    </message>
    <message>
        <source>Save &amp;data…</source>
        <translation>데이터 저장(&amp;D)…</translation>
    </message>
    <message>
        <source>Saves series, states and events as CSV and the result as JSON</source>
        <translation>시계열, 상태, 사건은 CSV로, 결과는 JSON으로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>Starts the processes and measures</source>
        <translation>프로세스를 시작하고 측정합니다</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>정지(&amp;S)</translation>
    </message>
    <message>
        <source>Asks every process to finish; ends those that do not</source>
        <translation>모든 프로세스에 끝내도록 요청하고, 끝내지 않으면 종료시킵니다</translation>
    </message>
    <message>
        <source>&amp;Pause or continue</source>
        <translation>일시 정지 또는 계속(&amp;P)</translation>
    </message>
    <message>
        <source>Pauses the selected process, or lets it go on</source>
        <translation>선택한 프로세스를 일시 정지하거나 계속시킵니다</translation>
    </message>
    <message>
        <source>&amp;Terminate</source>
        <translation>종료 요청(&amp;T)</translation>
    </message>
    <message>
        <source>Sends SIGTERM to the selected process</source>
        <translation>선택한 프로세스에 SIGTERM을 보냅니다</translation>
    </message>
    <message>
        <source>&amp;Kill</source>
        <translation>강제 종료(&amp;K)</translation>
    </message>
    <message>
        <source>Sends SIGKILL to the selected process</source>
        <translation>선택한 프로세스에 SIGKILL을 보냅니다</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>실험 목록(&amp;L)</translation>
    </message>
    <message>
        <source>Can&amp;vas</source>
        <translation>캔버스(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>차트(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tables and events</source>
        <translation>표와 사건(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>속성 창(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>실험 찾기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Mechanisms…</source>
        <translation>IPC 방식(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Costs of processes…</source>
        <translation>프로세스의 비용(&amp;C)…</translation>
    </message>
    <message>
        <source>What fork, vfork, posix_spawn, a thread and a context switch cost on this machine, measured</source>
        <translation>이 컴퓨터에서 fork, vfork, posix_spawn, 스레드, 문맥 교환에 드는 비용을 측정</translation>
    </message>
    <message>
        <source>Measure what &amp;observing costs</source>
        <translation>관측 비용 재기(&amp;O)</translation>
    </message>
    <message>
        <source>Runs the experiment ten times for a moment, with and without the observer in turn</source>
        <translation>관측을 켜고 끄며 실험을 짧게 열 번 번갈아 실행합니다</translation>
    </message>
    <message>
        <source>Costs of &amp;waiting…</source>
        <translation>기다림의 비용(&amp;W)…</translation>
    </message>
    <message>
        <source>Cl&amp;aims…</source>
        <translation>주장(&amp;A)…</translation>
    </message>
    <message>
        <source>What textbooks and course notes claim, each measured on this machine with a verdict</source>
        <translation>교과서와 강의 노트의 주장을 하나씩 이 컴퓨터에서 측정하고 판정합니다</translation>
    </message>
    <message>
        <source>What select, poll, epoll and the others cost a server with 1 to 10,000 connections, measured</source>
        <translation>select, poll, epoll과 다른 전략이 연결 1개부터 10,000개까지의 서버에 드는 비용을 측정합니다</translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation>새 실험(&amp;N)</translation>
    </message>
    <message>
        <source>An empty canvas, to build an experiment on</source>
        <translation>실험을 구성할 빈 캔버스</translation>
    </message>
    <message>
        <source>&amp;Save experiment</source>
        <translation>실험 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Saves the experiment as it is now; of one from the library a copy</source>
        <translation>실험을 지금 상태로 저장합니다. 라이브러리의 실험이면 사본을 저장합니다</translation>
    </message>
    <message>
        <source>Save experiment &amp;as…</source>
        <translation>다른 이름으로 실험 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Saves the experiment as it is now under another name</source>
        <translation>실험을 지금 상태로 다른 이름에 저장합니다</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>되돌리기(&amp;V)</translation>
    </message>
    <message>
        <source>Back to the experiment as it was opened or saved; can be undone</source>
        <translation>열거나 저장한 때의 실험으로 되돌립니다. 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Keep what I did as steps</source>
        <translation>직접 한 일을 단계로 남기기(&amp;K)</translation>
    </message>
    <message>
        <source>Writes what you set, paused or ended by hand in the last run into the document, as steps that do it again at the same times</source>
        <translation>지난 실행에서 직접 바꾸거나 멈추거나 끝낸 일을, 같은 시각에 다시 하는 단계로 문서에 적습니다</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>명령 팔레트(&amp;P)…</translation>
    </message>
    <message>
        <source>Everything the window can do, open or show, found by typing</source>
        <translation>창이 하거나 열거나 보여 줄 수 있는 모든 것을 입력해서 찾습니다</translation>
    </message>
    <message>
        <source>Needs an experiment with a process, and that no run goes on.</source>
        <translation>프로세스가 있는 실험이어야 하고, 진행 중인 실행이 없어야 합니다.</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>실행 중인 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was run yet.</source>
        <translation>아직 실행한 적이 없습니다.</translation>
    </message>
    <message>
        <source>The experiment is empty.</source>
        <translation>실험이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Needs a run that has ended, in which something was set, paused or ended by hand.</source>
        <translation>손으로 바꾸거나 일시 정지하거나 끝낸 것이 있는, 끝난 실행이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Nothing was changed, or a run goes on.</source>
        <translation>바뀐 것이 없거나 실행이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Needs a selected process that runs.</source>
        <translation>실행 중인 프로세스를 선택해야 합니다.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>Looks, language, units, how runs are measured and limited, where things are saved</source>
        <translation>모양, 언어, 단위, 측정과 실행의 한도, 저장할 곳</translation>
    </message>
    <message>
        <source>Save what &amp;just ran…</source>
        <translation>방금 실행한 것 저장(&amp;J)…</translation>
    </message>
    <message>
        <source>Saves the whole run as a recording (*.ipclab), which opens here again and in any SQLite program</source>
        <translation>실행 전체를 기록(*.ipclab)으로 저장합니다. 여기서 다시 열 수 있고 SQLite 프로그램으로도 열립니다</translation>
    </message>
    <message>
        <source>&amp;Last runs</source>
        <translation>최근 실행(&amp;L)</translation>
    </message>
    <message>
        <source>The runs made last, which are kept by themselves, to open again</source>
        <translation>저절로 보관된 최근 실행을 다시 엽니다</translation>
    </message>
    <message>
        <source>Needs a run that has ended.</source>
        <translation>끝난 실행이 있어야 합니다.</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>안내서(&amp;G)</translation>
    </message>
    <message>
        <source>The page of the guide about what has the focus</source>
        <translation>초점이 있는 것에 대한 안내서의 쪽</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>처음 5분(&amp;F)</translation>
    </message>
    <message>
        <source>The guide from its beginning: a walk of five minutes</source>
        <translation>안내서의 처음, 5분 둘러보기</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>이것은 무엇인가(&amp;W)</translation>
    </message>
    <message>
        <source>Click a part of the window to read what it is</source>
        <translation>창의 한 부분을 클릭하면 무엇인지 알려 줍니다</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>보통 배치(&amp;U)</translation>
    </message>
    <message>
        <source>Shows every part of the window, of its usual size</source>
        <translation>창의 모든 부분을 보통 크기로 보여 줍니다</translation>
    </message>
    <message>
        <source>This ma&amp;chine…</source>
        <translation>이 컴퓨터(&amp;C)…</translation>
    </message>
    <message>
        <source>Kernel, processors, limits, and what else is busy here, as every result says it</source>
        <translation>모든 결과에 적히는 커널, 프로세서, 한도와 또 무엇이 바쁜지</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>재생 또는 일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Plays the recording, or the run that has just ended, from the moment shown</source>
        <translation>기록이나 방금 끝난 실행을 보여 주는 시점부터 재생합니다</translation>
    </message>
    <message>
        <source>Play &amp;backwards or pause</source>
        <translation>거꾸로 재생 또는 일시 정지(&amp;B)</translation>
    </message>
    <message>
        <source>Plays it backwards from the moment shown</source>
        <translation>보여 주는 시점부터 거꾸로 재생합니다</translation>
    </message>
    <message>
        <source>Next &amp;event</source>
        <translation>다음 사건(&amp;E)</translation>
    </message>
    <message>
        <source>Goes to the moment of the next event</source>
        <translation>다음 사건의 시점으로 갑니다</translation>
    </message>
    <message>
        <source>E&amp;vent before</source>
        <translation>이전 사건(&amp;V)</translation>
    </message>
    <message>
        <source>Goes to the moment of the event before</source>
        <translation>이전 사건의 시점으로 갑니다</translation>
    </message>
    <message>
        <source>Next context &amp;switch</source>
        <translation>다음 문맥 교환(&amp;S)</translation>
    </message>
    <message>
        <source>Goes to where the selected process next begins or ceases to run; where none is selected, any</source>
        <translation>선택한 프로세스가 다음에 실행을 시작하거나 멈추는 시점으로 갑니다. 선택이 없으면 어느 프로세스든</translation>
    </message>
    <message>
        <source>Context s&amp;witch before</source>
        <translation>이전 문맥 교환(&amp;W)</translation>
    </message>
    <message>
        <source>Goes to where the selected process last began or ceased to run; where none is selected, any</source>
        <translation>선택한 프로세스가 마지막으로 실행을 시작했거나 멈춘 시점으로 갑니다. 선택이 없으면 어느 프로세스든</translation>
    </message>
    <message>
        <source>To the be&amp;ginning</source>
        <translation>처음으로(&amp;G)</translation>
    </message>
    <message>
        <source>Goes to the first moment of the recording</source>
        <translation>기록의 첫 시점으로 갑니다</translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation>끝으로(&amp;N)</translation>
    </message>
    <message>
        <source>Goes to the last moment of the recording, as it was when it ended</source>
        <translation>기록의 마지막 시점, 끝났을 때의 모습으로 갑니다</translation>
    </message>
    <message>
        <source>To the &amp;crosshair</source>
        <translation>십자선으로(&amp;C)</translation>
    </message>
    <message>
        <source>Goes to the moment the crosshair of the charts is at</source>
        <translation>차트의 십자선이 있는 시점으로 갑니다</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>더 빠르게(&amp;F)</translation>
    </message>
    <message>
        <source>Plays at the next higher speed</source>
        <translation>한 단계 빠른 속도로 재생합니다</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>더 느리게(&amp;L)</translation>
    </message>
    <message>
        <source>Plays at the next lower speed</source>
        <translation>한 단계 느린 속도로 재생합니다</translation>
    </message>
    <message>
        <source>Needs a recording, or a run that has ended and was kept (Settings, Saving).</source>
        <translation>기록이거나, 끝났고 보관된 실행이어야 합니다(설정, 저장).</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>보고서(&amp;R)…</translation>
    </message>
    <message>
        <source>Makes a report of the run, of a recording or of a sweep, as HTML or PDF, with your notes</source>
        <translation>실행, 기록 또는 스윕의 보고서를 메모와 함께 HTML이나 PDF로 만듭니다</translation>
    </message>
    <message>
        <source>A run goes on.</source>
        <translation>실행 중입니다.</translation>
    </message>
    <message>
        <source>Opens an experiment (*.ipclab.json), a recording (*.ipclab) or a sweep (*.sweep)</source>
        <translation>실험(*.ipclab.json), 기록(*.ipclab), 스윕(*.sweep)을 엽니다</translation>
    </message>
    <message>
        <source>S&amp;weep and compare…</source>
        <translation>스윕과 비교(&amp;W)…</translation>
    </message>
    <message>
        <source>Runs the experiment again and again while properties of it change, and compares what that gives</source>
        <translation>속성을 바꾸며 실험을 거듭 실행하고 결과를 비교합니다</translation>
    </message>
    <message>
        <source>Com&amp;pare mechanisms…</source>
        <translation>IPC 방식 비교(&amp;P)…</translation>
    </message>
    <message>
        <source>Which is fastest here, with messages of which size: measured, with error bars and a verdict</source>
        <translation>어떤 크기의 메시지에서 무엇이 가장 빠른지, 오차 막대와 판정과 함께 측정합니다</translation>
    </message>
    <message>
        <source>Every mechanism with its traits and limits, to sort and filter</source>
        <translation>모든 IPC 방식의 특성과 한도를 정렬하고 거릅니다</translation>
    </message>
    <message>
        <source>E&amp;xercises</source>
        <translation>실습(&amp;X)</translation>
    </message>
    <message>
        <source>Compare &amp;recordings…</source>
        <translation>기록 비교(&amp;R)…</translation>
    </message>
    <message>
        <source>Two or more recordings on one time axis, with the differences of their totals</source>
        <translation>둘 이상의 기록을 한 시간 축에 놓고 합계의 차이를 보여 줍니다</translation>
    </message>
    <message>
        <source>Questions to predict, run and be judged, with what you have done so far</source>
        <translation>예측하고 실행하고 판정받는 문제와 지금까지 한 것</translation>
    </message>
    <message>
        <source>What you do cannot be kept: the folder for it cannot be used.</source>
        <translation>한 일을 보관할 수 없습니다. 보관할 폴더를 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ipclab::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>차트(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>Arra&amp;nge</source>
        <translation>배치(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>재생(&amp;P)</translation>
    </message>
</context>
<context>
    <name>ipclab::Words</name>
    <message>
        <source>en</source>
        <extracomment>The ISO 639 code of this translation&apos;s language. Not a word: &quot;ko&quot;.</extracomment>
        <translation>ko</translation>
    </message>
    <message>
        <source>accounting of the kernel (schedstat)</source>
        <translation>커널의 회계(schedstat)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>Process states are not observed and the window redraws seldom: for measuring throughput.</source>
        <translation>프로세스 상태를 관측하지 않고 창도 드물게 다시 그립니다. 처리율을 잴 때 씁니다.</translation>
    </message>
    <message>
        <source>States are read from /proc at the sampling rate. Short changes are missed, and ready cannot be told from running.</source>
        <translation>표본 주기마다 /proc에서 상태를 읽습니다. 짧은 변화는 놓치고, 준비와 실행을 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>Every context switch is recorded by the kernel (perf). Costs just under a microsecond a switch.</source>
        <translation>커널이 모든 문맥 교환을 기록합니다(perf). 교환마다 1 µs에 조금 못 미치는 비용이 듭니다.</translation>
    </message>
    <message>
        <source>ready to run</source>
        <translation>실행 가능</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>정지 중</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>room in %1 (full)</source>
        <translation>%1의 빈자리 (가득 참)</translation>
    </message>
    <message>
        <source>a message from %1 (empty)</source>
        <translation>%1의 메시지 (비어 있음)</translation>
    </message>
    <message>
        <source>you: it is paused</source>
        <translation>사용자: 일시 정지됨</translation>
    </message>
    <message>
        <source>the start of the run</source>
        <translation>실행의 시작</translation>
    </message>
    <message>
        <source>a connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>a child</source>
        <translation>자식</translation>
    </message>
    <message>
        <source>the disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>%1, core dumped</source>
        <translation>%1, 코어 덤프</translation>
    </message>
    <message>
        <source>could not start</source>
        <translation>시작 실패</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>관측 안 함</translation>
    </message>
    <message>
        <source>sampled from /proc</source>
        <translation>/proc 표본</translation>
    </message>
    <message>
        <source>switch records of the kernel</source>
        <translation>커널의 문맥 교환 기록</translation>
    </message>
    <message>
        <source>as fast as possible</source>
        <translation>가능한 한 빠르게</translation>
    </message>
    <message>
        <source>its turn to receive</source>
        <translation>받을 차례</translation>
    </message>
    <message>
        <source>its turn to receive from %1</source>
        <translation>%1에서 받을 차례</translation>
    </message>
    <message>
        <source>the lock of %1 (held by %2)</source>
        <translation>%1의 락 (%2이(가) 보유)</translation>
    </message>
    <message>
        <source>its turn: %1</source>
        <translation>자기 차례: %1</translation>
    </message>
    <message>
        <source>the others at %1</source>
        <translation>%1에서 다른 프로세스들</translation>
    </message>
    <message>
        <source>the lock of %1</source>
        <translation>%1의 락</translation>
    </message>
    <message>
        <source>an event on any of its descriptors</source>
        <translation>파일 디스크립터 중 하나의 이벤트</translation>
    </message>
    <message>
        <source>a signal</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>a page to be read in</source>
        <translation>읽어 들일 페이지</translation>
    </message>
    <message>
        <source>its tracer (a debugger, strace)</source>
        <translation>추적기 (디버거, strace)</translation>
    </message>
    <message>
        <source>the receiver at %1 (rendezvous)</source>
        <translation>%1의 받는 쪽 (랑데부)</translation>
    </message>
    <message>
        <source>the sender at %1 (rendezvous)</source>
        <translation>%1의 보내는 쪽 (랑데부)</translation>
    </message>
    <message>
        <source>counted by the receivers</source>
        <translation>수신자가 셈</translation>
    </message>
    <message>
        <source>counted by the senders: %1 does not tell what it gets</source>
        <translation>송신자가 셈: %1 명령은 받은 것을 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>by /proc/PID/io of the commands</source>
        <translation>명령들의 /proc/PID/io에서</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1, 또는 %2</translation>
    </message>
    <message numerus="yes">
        <source>another arrival: %n byte(s) wait unread, and nobody will be woken for them</source>
        <translation>
            <numerusform>다음 도착: 읽지 않은 %n바이트가 기다리지만 그 때문에 깨어날 프로세스가 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>a lock</source>
        <translation>락</translation>
    </message>
    <message>
        <source>room to send (full)</source>
        <translation>보낼 자리(가득 참)</translation>
    </message>
    <message>
        <source>something to receive (empty)</source>
        <translation>받을 것(비어 있음)</translation>
    </message>
    <message>
        <source>time to pass (asleep)</source>
        <translation>시간이 지나기를(잠듦)</translation>
    </message>
    <message>
        <source>a futex: a lock or a condition, which cannot be told from outside</source>
        <translation>futex: 락인지 조건인지는 밖에서 알 수 없음</translation>
    </message>
    <message>
        <source>a System V semaphore</source>
        <translation>System V 세마포어</translation>
    </message>
    <message>
        <source>the lock of a file</source>
        <translation>파일의 락</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>이유를 알 수 없음</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>메시지 1개</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>메시지 %1개</translation>
    </message>
    <message>
        <source>a thread of its own to end</source>
        <translation>자기 스레드의 종료</translation>
    </message>
    <message>
        <source>another arrival: bytes wait unread, and nobody will be woken for them</source>
        <translation>다음 도착: 읽지 않은 바이트가 기다리지만 그 때문에 깨어날 프로세스가 없음</translation>
    </message>
</context>
<context>
    <name>lab</name>
    <message>
        <source>not answered, or in too few words: %1. --words ID=TEXT answers</source>
        <translation>답하지 않았거나 너무 짧게 답한 질문: %1. --words ID=TEXT로 답합니다</translation>
    </message>
</context>
<context>
    <name>mark</name>
    <message>
        <source>body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>HTTP headers</source>
        <translation>HTTP 헤더</translation>
    </message>
    <message>
        <source>record mark</source>
        <translation>레코드 마크</translation>
    </message>
    <message>
        <source>frame length</source>
        <translation>프레임 길이</translation>
    </message>
    <message>
        <source>what was marshalled</source>
        <translation>마샬링한 것</translation>
    </message>
    <message>
        <source>what is called</source>
        <translation>부르는 대상</translation>
    </message>
    <message>
        <source>type and number of the field</source>
        <translation>필드의 타입과 번호</translation>
    </message>
    <message>
        <source>length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>handed to the library, whose HTTP/2 frames and headers are not seen from outside</source>
        <translation>라이브러리에 넘김. 그 HTTP/2 프레임과 헤더는 밖에서 보이지 않음</translation>
    </message>
    <message>
        <source>version and kind</source>
        <translation>버전과 종류</translation>
    </message>
    <message>
        <source>length of the name</source>
        <translation>이름의 길이</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>call id</source>
        <translation>호출 번호</translation>
    </message>
    <message>
        <source>type of the field</source>
        <translation>필드의 타입</translation>
    </message>
    <message>
        <source>number of the field</source>
        <translation>필드 번호</translation>
    </message>
    <message>
        <source>no more fields</source>
        <translation>필드 끝</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>프로토콜</translation>
    </message>
    <message>
        <source>port of the program</source>
        <translation>프로그램의 포트</translation>
    </message>
    <message>
        <source>0: a call</source>
        <translation>0: 호출</translation>
    </message>
    <message>
        <source>version of RPC</source>
        <translation>RPC 버전</translation>
    </message>
    <message>
        <source>program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>version of it</source>
        <translation>프로그램 버전</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>프로시저</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>자격 증명</translation>
    </message>
    <message>
        <source>verifier</source>
        <translation>검증자</translation>
    </message>
    <message>
        <source>1: a reply</source>
        <translation>1: 응답</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>수락됨</translation>
    </message>
    <message>
        <source>success</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>채움</translation>
    </message>
</context>
<context>
    <name>mechanism</name>
    <message>
        <source>anonymous pipe</source>
        <translation>익명 파이프</translation>
    </message>
    <message>
        <source>named pipe (FIFO)</source>
        <translation>지명 파이프(FIFO)</translation>
    </message>
    <message>
        <source>UNIX stream socket</source>
        <translation>UNIX 스트림 소켓</translation>
    </message>
    <message>
        <source>TCP socket on loopback</source>
        <translation>TCP 소켓 (루프백)</translation>
    </message>
    <message>
        <source>UNIX socket pair</source>
        <translation>UNIX 소켓 쌍</translation>
    </message>
    <message>
        <source>UNIX datagram socket</source>
        <translation>UNIX 데이터그램 소켓</translation>
    </message>
    <message>
        <source>UNIX sequenced-packet socket</source>
        <translation>UNIX 순차 패킷 소켓</translation>
    </message>
    <message>
        <source>UDP socket on loopback</source>
        <translation>UDP 소켓 (루프백)</translation>
    </message>
    <message>
        <source>UDP multicast on loopback</source>
        <translation>UDP 멀티캐스트 (루프백)</translation>
    </message>
    <message>
        <source>pseudo-terminal</source>
        <translation>의사 터미널</translation>
    </message>
    <message>
        <source>Mach port (model)</source>
        <translation>Mach 포트 (모형)</translation>
    </message>
    <message>
        <source>ALPC port (model)</source>
        <translation>ALPC 포트 (모형)</translation>
    </message>
    <message>
        <source>Windows named pipe (model)</source>
        <translation>Windows 지명 파이프 (모형)</translation>
    </message>
    <message>
        <source>POSIX message queue</source>
        <translation>POSIX 메시지 큐</translation>
    </message>
    <message>
        <source>POSIX shared memory</source>
        <translation>POSIX 공유 메모리</translation>
    </message>
    <message>
        <source>System V shared memory</source>
        <translation>System V 공유 메모리</translation>
    </message>
    <message>
        <source>anonymous shared memory</source>
        <translation>익명 공유 메모리</translation>
    </message>
    <message>
        <source>memory-mapped file</source>
        <translation>메모리 매핑 파일</translation>
    </message>
    <message>
        <source>System V message queue</source>
        <translation>System V 메시지 큐</translation>
    </message>
    <message>
        <source>event counter</source>
        <translation>이벤트 카운터</translation>
    </message>
    <message>
        <source>queued real-time signals</source>
        <translation>대기열에 쌓이는 실시간 시그널</translation>
    </message>
    <message>
        <source>shared file</source>
        <translation>공유 파일</translation>
    </message>
    <message>
        <source>cross-memory copy</source>
        <translation>프로세스 간 메모리 복사</translation>
    </message>
    <message>
        <source>Two connected UNIX stream sockets without a name: each side both sends and receives.</source>
        <translation>이름 없이 서로 연결된 UNIX 스트림 소켓 둘입니다. 양쪽 모두 보내고 받습니다.</translation>
    </message>
    <message>
        <source>No connection and no end of file, yet reliable: a full queue makes the sender wait. The queue ends at net.unix.max_dgram_qlen messages, whatever their size.</source>
        <translation>연결도 파일 끝도 없지만 신뢰성이 있습니다. 큐가 가득 차면 송신자가 기다립니다. 큐에는 크기와 상관없이 메시지 net.unix.max_dgram_qlen개까지만 들어갑니다.</translation>
    </message>
    <message>
        <source>A connection like that of a stream socket, but each message is read as it was written, whole.</source>
        <translation>스트림 소켓처럼 연결하지만, 메시지마다 쓴 그대로 통째로 읽습니다.</translation>
    </message>
    <message>
        <source>A sender never waits: what does not fit into the receiver&apos;s buffer is dropped without a word. The loss is counted from the sequence numbers.</source>
        <translation>송신자는 기다리는 일이 없습니다. 수신자의 버퍼에 들어가지 않는 것은 말없이 버려집니다. 손실은 순서 번호로 셉니다.</translation>
    </message>
    <message>
        <source>Every receiver gets every message. One that falls behind loses messages while the others do not; the loss is counted over all of them.</source>
        <translation>모든 수신자가 모든 메시지를 받습니다. 뒤처진 수신자는 메시지를 잃고 나머지는 잃지 않습니다. 손실은 모두를 합해 셉니다.</translation>
    </message>
    <message>
        <source>A terminal and the side that plays its keyboard and screen, in raw mode. The terminal driver takes every byte through its line discipline, which reads at most 4,095 bytes at a time.</source>
        <translation>터미널과, 그 키보드와 화면 노릇을 하는 반대쪽이며 raw 모드입니다. 터미널 드라이버는 모든 바이트를 회선 규칙(line discipline)에 통과시키며, 한 번에 4,095바이트까지만 읽습니다.</translation>
    </message>
    <message>
        <source>ports of the Mach kernel (mach_msg, port rights, out-of-line memory)</source>
        <translation>Mach 커널의 포트(mach_msg, 포트 권한, out-of-line 메모리)</translation>
    </message>
    <message>
        <source>A queue of five messages unless asked otherwise, as on XNU. Rights are handed over as descriptors, and messages above a page travel out of line, in memory of their own. Its figures are those of this system, not of Mach.</source>
        <translation>달리 요청하지 않으면 XNU처럼 메시지 다섯 개짜리 큐입니다. 권한은 파일 디스크립터로 넘기고, 한 페이지보다 큰 메시지는 별도의 메모리로(out of line) 전해집니다. 수치는 Mach가 아니라 이 시스템의 것입니다.</translation>
    </message>
    <message>
        <source>ALPC ports of Windows NT (NtAlpcSendWaitReceivePort, port sections)</source>
        <translation>Windows NT의 ALPC 포트(NtAlpcSendWaitReceivePort, 포트 섹션)</translation>
    </message>
    <message>
        <source>Messages of up to 256 bytes are copied through the port; longer ones lie in a section that client and server share, and only their place is sent. Its figures are those of this system, not of Windows.</source>
        <translation>256바이트까지의 메시지는 포트를 통해 복사됩니다. 더 긴 메시지는 클라이언트와 서버가 공유하는 섹션에 두고 그 위치만 보냅니다. 수치는 Windows가 아니라 이 시스템의 것입니다.</translation>
    </message>
    <message>
        <source>named pipes of Windows (CreateNamedPipe, PIPE_TYPE_MESSAGE)</source>
        <translation>Windows의 지명 파이프(CreateNamedPipe, PIPE_TYPE_MESSAGE)</translation>
    </message>
    <message>
        <source>One server with an instance for each client, in message mode. Built from UNIX sequenced-packet sockets: its figures are those of this system, not of Windows.</source>
        <translation>서버 하나에 클라이언트마다 인스턴스가 하나씩 있으며 메시지 모드입니다. UNIX 순차 패킷 소켓으로 만들었으므로 수치는 Windows가 아니라 이 시스템의 것입니다.</translation>
    </message>
    <message>
        <source>The system gives the pages and a name to find them by, nothing else: the queue in them, its order and its waking are the programs&apos; own. A message costs two copies and, while both sides are awake, no system call.</source>
        <translation>시스템은 페이지와 그것을 찾을 이름만 줍니다. 그 안의 큐와 순서, 깨우기는 프로그램이 스스로 합니다. 메시지 하나에 복사가 두 번 들고, 양쪽이 깨어 있는 동안에는 시스템 호출이 없습니다.</translation>
    </message>
    <message>
        <source>The older interface to shared memory: segments have numbers instead of names, and ipcs(1) lists them. Once attached it is memory like any other, and exactly as fast.</source>
        <translation>공유 메모리의 오래된 인터페이스입니다. 세그먼트에는 이름 대신 번호가 있고 ipcs(1)로 볼 수 있습니다. 붙이고 나면 다른 메모리와 같으며 속도도 똑같습니다.</translation>
    </message>
    <message>
        <source>Shared memory without a name: only who was handed the descriptor can map it, and it is gone with the last of them, however they end. The queue in it is the programs&apos; own.</source>
        <translation>이름 없는 공유 메모리입니다. 파일 디스크립터를 넘겨받은 프로세스만 매핑할 수 있고, 마지막 프로세스가 어떻게 끝나든 함께 사라집니다. 그 안의 큐는 프로그램이 스스로 만듭니다.</translation>
    </message>
    <message>
        <source>Shared memory that is the page cache of a file: as fast as any other, and the contents are still in the file when every process is gone. On a disk&apos;s file system the changed pages are written back from time to time.</source>
        <translation>파일의 페이지 캐시인 공유 메모리입니다. 다른 공유 메모리만큼 빠르고, 모든 프로세스가 끝난 뒤에도 내용이 파일에 남습니다. 디스크의 파일 시스템에서는 바뀐 페이지가 이따금 디스크에 쓰입니다.</translation>
    </message>
    <message>
        <source>Every message has a type, and a receiver may take the oldest of one type. The queue is full by its bytes. Its calls know no time limit and poll(2) does not know the queue: an end that must come back is woken by a timer&apos;s signal.</source>
        <translation>메시지마다 타입이 있고, 수신자는 한 타입의 가장 오래된 메시지를 골라 받을 수 있습니다. 큐는 바이트 수로 가득 찹니다. 호출에 시간 제한이 없고 poll(2)도 이 큐를 모르므로, 돌아와야 하는 끝은 타이머의 시그널이 깨웁니다.</translation>
    </message>
    <message>
        <source>An event counter carries a number, never bytes: the messages lie in shared memory beside it. Two counters are the two semaphores of a bounded buffer, the items in it and its free places; the system makes who finds zero wait.</source>
        <translation>이벤트 카운터는 바이트가 아니라 수를 나릅니다. 메시지는 그 옆의 공유 메모리에 있습니다. 두 카운터는 유한 버퍼의 두 세마포어, 곧 들어 있는 항목 수와 빈 자리 수입니다. 0을 만난 쪽은 시스템이 기다리게 합니다.</translation>
    </message>
    <message>
        <source>A signal carries eight bytes, so a message of 64 bytes is eight signals. How many may be queued is one limit for all programs of a user (RLIMIT_SIGPENDING, ulimit -i); when it is reached nothing tells a sender that there is room again, so it tries again and again.</source>
        <translation>시그널 하나는 8바이트를 나르므로 64바이트 메시지는 시그널 여덟 개입니다. 대기열에 몇 개까지 쌓일 수 있는지는 한 사용자의 모든 프로그램이 나눠 쓰는 한도입니다(RLIMIT_SIGPENDING, ulimit -i). 한도에 이르면 다시 자리가 났다고 송신자에게 알려 주는 것이 없으므로 되풀이해서 시도합니다.</translation>
    </message>
    <message>
        <source>Anybody can share a file, and its contents stay. But the system wakes nobody who waits for it to change: an end that must wait sleeps a little and looks again, up to 10 ms apart. Each message takes a lock, reads the positions, moves the bytes, writes a position and gives the lock back.</source>
        <translation>파일은 누구나 함께 쓸 수 있고 내용이 남습니다. 그러나 파일이 바뀌기를 기다리는 프로세스를 시스템이 깨워 주지는 않습니다. 기다려야 하는 끝은 잠시 잠들었다가 다시 보며, 그 간격은 10 ms까지입니다. 메시지마다 락을 잡고, 위치를 읽고, 바이트를 옮기고, 위치를 쓰고, 락을 돌려줍니다.</translation>
    </message>
    <message>
        <source>The receiver reads the sender&apos;s memory, as a debugger would, and needs a debugger&apos;s right to. The bytes cross in one copy; until then they stay in the sender. What a killed sender had not handed over is lost with its memory.</source>
        <translation>수신자가 디버거처럼 송신자의 메모리를 읽으며, 디버거의 권한이 필요합니다. 바이트는 복사 한 번으로 건너가며, 그때까지는 송신자 안에 남아 있습니다. 강제 종료된 송신자가 아직 넘기지 않은 것은 그 메모리와 함께 사라집니다.</translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation>HTTP 요청</translation>
    </message>
    <message>
        <source>A message is the body of a POST over a connection that stays open; the answer is the response. Everything an exchange means stands as text in front of it, in every message. REST is a way to use it: an address is a thing, a method what is done with it.</source>
        <translation>메시지는 열린 채로 유지되는 연결을 지나는 POST의 본문이고, 답은 응답입니다. 교환이 뜻하는 모든 것이 메시지마다 앞에 텍스트로 붙습니다. REST는 이를 쓰는 한 방식으로, 주소는 대상이고 메서드는 그 대상에 하는 일입니다.</translation>
    </message>
    <message>
        <source>HTTPS requests</source>
        <translation>HTTPS 요청</translation>
    </message>
    <message>
        <source>HTTP over TLS: whoever listens on the way reads nothing, and the client knows whom it talks to. The server&apos;s certificate is made for the run, for 127.0.0.1 alone, and signed by an authority that this run alone trusts.</source>
        <translation>TLS 위의 HTTP입니다. 중간에서 엿듣는 쪽은 아무것도 읽지 못하고, 클라이언트는 누구와 통신하는지 압니다. 서버의 인증서는 이 실행을 위해 127.0.0.1에만 유효하게 만들며, 이 실행만 신뢰하는 인증 기관이 서명합니다.</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>웹소켓</translation>
    </message>
    <message>
        <source>It begins as an HTTP request and goes on as messages, either way at any time, each with a few bytes in front of it that say how long it is. What a client sends is masked by a random number, so that no proxy on the way takes it for something else.</source>
        <translation>HTTP 요청으로 시작해 메시지로 이어지며, 메시지는 어느 방향으로든 언제나 보낼 수 있고 앞에 길이를 나타내는 몇 바이트가 붙습니다. 클라이언트가 보내는 것은 난수로 마스킹하므로 중간의 프록시가 다른 것으로 오해하지 않습니다.</translation>
    </message>
    <message>
        <source>JSON-RPC calls</source>
        <translation>JSON-RPC 호출</translation>
    </message>
    <message>
        <source>A call is a JSON object with a method, parameters and a number, its answer one with the result and the same number, each the body of an HTTP exchange. JSON is text, so the bytes of a message travel as Base64, a third longer.</source>
        <translation>호출은 메서드와 매개변수, 번호가 있는 JSON 객체이고, 답은 결과와 같은 번호가 있는 객체이며, 각각 HTTP 교환의 본문입니다. JSON은 텍스트이므로 메시지의 바이트는 3분의 1만큼 긴 Base64로 전달됩니다.</translation>
    </message>
    <message>
        <source>ZeroMQ sockets</source>
        <translation>ZeroMQ 소켓</translation>
    </message>
    <message>
        <source>Messages, queued and carried by a thread of the library. One way it is a pipeline (PUSH, PULL), both ways a conversation (REQ, REP) in which requests and answers alternate. What the library has taken over may still lie in its memory when its process is killed.</source>
        <translation>라이브러리의 스레드가 큐에 넣고 나르는 메시지입니다. 한 방향이면 파이프라인(PUSH, PULL)이고, 양방향이면 요청과 답이 번갈아 오가는 대화(REQ, REP)입니다. 라이브러리가 넘겨받은 메시지는 프로세스가 강제 종료될 때 아직 그 메모리에 남아 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>ONC RPC calls</source>
        <translation>ONC RPC 호출</translation>
    </message>
    <message>
        <source>Remote procedure calls as NFS has them: rpcgen makes the stubs of both sides from an interface, XDR makes the bytes. The client knows a program by its number alone and asks a matchmaker, the port mapper, at which port it is; here it is one of the server&apos;s own, so that rpcbind is not needed. Each call carries the caller&apos;s credential.</source>
        <translation>NFS가 쓰는 원격 프로시저 호출입니다. rpcgen이 인터페이스에서 양쪽의 스텁을 만들고 XDR이 바이트를 만듭니다. 클라이언트는 프로그램을 번호로만 알고, 어느 포트에 있는지 매치메이커인 포트 매퍼에게 묻습니다. 여기서는 서버 자신의 것이므로 rpcbind가 필요 없습니다. 호출마다 부르는 쪽의 자격 증명이 붙습니다.</translation>
    </message>
    <message>
        <source>gRPC calls</source>
        <translation>gRPC 호출</translation>
    </message>
    <message>
        <source>Remote procedure calls over HTTP/2 with messages of Protocol Buffers. Many calls may share a connection, and each carries headers that HTTP/2 packs; threads of the library send and receive.</source>
        <translation>Protocol Buffers 메시지를 쓰는 HTTP/2 위의 원격 프로시저 호출입니다. 여러 호출이 한 연결을 나누어 쓸 수 있고, 호출마다 HTTP/2가 압축하는 헤더가 붙으며, 라이브러리의 스레드가 보내고 받습니다.</translation>
    </message>
    <message>
        <source>Thrift calls</source>
        <translation>Thrift 호출</translation>
    </message>
    <message>
        <source>Remote procedure calls whose fields carry type and number, big-endian and as wide as they are declared, in frames with their length in front.</source>
        <translation>필드마다 타입과 번호가 붙고 선언한 폭 그대로 빅 엔디언으로 적는 원격 프로시저 호출이며, 앞에 길이가 붙은 프레임에 담습니다.</translation>
    </message>
    <message>
        <source>Thrift calls, compact</source>
        <translation>Thrift 호출, 컴팩트</translation>
    </message>
    <message>
        <source>Thrift with its other protocol: whole numbers take as few bytes as they need, and a field&apos;s number is counted on from the one before it.</source>
        <translation>다른 프로토콜을 쓰는 Thrift입니다. 정수는 필요한 만큼만 바이트를 쓰고, 필드 번호는 바로 앞 번호에서 이어서 셉니다.</translation>
    </message>
    <message>
        <source>D-Bus method calls</source>
        <translation>D-Bus 메서드 호출</translation>
    </message>
    <message>
        <source>Method calls over a bus: both ends are connected to a third process, dbus-daemon, which checks every message and passes it on, so each way takes two hops. The bus is this run&apos;s own and ends with it.</source>
        <translation>버스를 통한 메서드 호출입니다. 양 끝이 제3의 프로세스인 dbus-daemon에 연결되어 있고, 이것이 메시지마다 확인하고 전달하므로 한 방향에 두 번 건너갑니다. 버스는 이 실행만의 것이며 실행과 함께 끝납니다.</translation>
    </message>
</context>
<context>
    <name>primitive</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Nobody is excluded and nobody waits: a race, on purpose.</source>
        <translation>아무도 배제되지 않고 아무도 기다리지 않습니다. 일부러 만든 경쟁 상태입니다.</translation>
    </message>
    <message>
        <source>spin lock</source>
        <translation>스핀락</translation>
    </message>
    <message>
        <source>Waiters burn CPU: a thousand attempts, then one between two calls of sched_yield(2).</source>
        <translation>기다리는 쪽이 CPU를 씁니다. 천 번 시도한 뒤에는 sched_yield(2)를 부를 때마다 한 번씩 시도합니다.</translation>
    </message>
    <message>
        <source>POSIX semaphore</source>
        <translation>POSIX 세마포어</translation>
    </message>
    <message>
        <source>Unnamed, in shared memory. It has no owner: any process may post it, and none gives it back for a dead one.</source>
        <translation>이름 없이 공유 메모리에 있습니다. 소유자가 없어서 어느 프로세스나 올릴 수 있고, 죽은 프로세스를 대신해 돌려주는 이는 없습니다.</translation>
    </message>
    <message>
        <source>POSIX semaphore, named</source>
        <translation>POSIX 세마포어 (이름 있음)</translation>
    </message>
    <message>
        <source>Found by its name; it stays until it is unlinked. It has no owner: none gives it back for a dead process.</source>
        <translation>이름으로 찾으며, 이름을 지울 때까지 남습니다. 소유자가 없어서 죽은 프로세스를 대신해 돌려주는 이는 없습니다.</translation>
    </message>
    <message>
        <source>System V semaphore</source>
        <translation>System V 세마포어</translation>
    </message>
    <message>
        <source>The kernel undoes what a dead process had taken (SEM_UNDO), and nobody learns that it died in the middle.</source>
        <translation>죽은 프로세스가 가져간 것을 커널이 되돌리며(SEM_UNDO), 도중에 죽었다는 것은 아무도 모릅니다.</translation>
    </message>
    <message>
        <source>mutex and condition variable</source>
        <translation>뮤텍스와 조건 변수</translation>
    </message>
    <message>
        <source>Process-shared and robust: the next one to lock learns that the holder has died, and goes on.</source>
        <translation>프로세스 사이에 공유되며 견고합니다(robust). 다음에 잠그는 쪽은 쥐고 있던 쪽이 죽었음을 알게 되고 계속합니다.</translation>
    </message>
    <message>
        <source>futex</source>
        <translation>futex</translation>
    </message>
    <message>
        <source>No system call as long as nobody has to wait.</source>
        <translation>아무도 기다릴 필요가 없는 동안에는 시스템 호출이 없습니다.</translation>
    </message>
    <message>
        <source>event descriptor</source>
        <translation>이벤트 디스크립터</translation>
    </message>
    <message>
        <source>A descriptor: it can be waited for together with others. Every operation is a system call.</source>
        <translation>파일 디스크립터이므로 다른 것들과 함께 기다릴 수 있습니다. 모든 연산이 시스템 호출입니다.</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>시그널</translation>
    </message>
    <message>
        <source>Who waits sleeps in sigtimedwait(2) until it is sent SIGUSR2.</source>
        <translation>기다리는 쪽은 SIGUSR2를 받을 때까지 sigtimedwait(2) 안에서 잠듭니다.</translation>
    </message>
</context>
<context>
    <name>program</name>
    <message>
        <source>Dialogue</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Talks and listens at once: sends at its pace and takes what arrives meanwhile on any of its links, waiting for all of them.</source>
        <translation>말하면서 듣습니다: 자신의 속도로 보내는 동안 어느 링크로든 도착하는 것을 받으며, 그중 먼저 준비되는 것을 기다립니다.</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>생산자</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>소비자</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>중계기</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>에코</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Makes messages and sends each to every one of its links.</source>
        <translation>메시지를 만들어 자신의 모든 링크로 보냅니다.</translation>
    </message>
    <message>
        <source>Passes on what it receives from one link to all its others.</source>
        <translation>한 링크에서 받은 것을 나머지 모든 링크로 전달합니다.</translation>
    </message>
    <message>
        <source>Sends a request and waits for its answer before the next: a ping-pong with an echo.</source>
        <translation>요청을 보내고 응답을 받은 뒤 다음 요청을 보냅니다: 에코와의 핑퐁.</translation>
    </message>
    <message>
        <source>Answers every message with one of the same size; the answer carries the request&apos;s send time.</source>
        <translation>모든 메시지에 같은 크기로 응답하며, 응답은 요청의 송신 시각을 담습니다.</translation>
    </message>
    <message>
        <source>Any executable with its arguments, connected by standard input and output or by a descriptor named in its environment.</source>
        <translation>임의의 실행 파일과 인수로, 표준 입출력이나 환경 변수로 알려 준 파일 디스크립터로 연결됩니다.</translation>
    </message>
    <message>
        <source>Talker</source>
        <translation>말하는 쪽</translation>
    </message>
    <message>
        <source>Sends all it has to say before it listens: its count of messages, then it receives as many.</source>
        <translation>받기 전에 할 말을 다 합니다. 정해진 개수의 메시지를 보내고 나서 같은 개수를 받습니다.</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>증가</translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation>차례 넘기기</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>장벽(배리어)</translation>
    </message>
    <message>
        <source>Adds one to a shared counter: loads it, computes and, in one round of eight, sleeps for the counter&apos;s window so that the others come in between, then stores it.</source>
        <translation>공유 카운터에 1을 더합니다. 값을 읽고, 계산하고, 여덟 번에 한 번은 다른 프로세스가 끼어들도록 카운터의 창만큼 잠든 다음, 값을 씁니다.</translation>
    </message>
    <message>
        <source>Waits for a token, computes while it has it, and passes it on to the next process.</source>
        <translation>토큰을 기다렸다가, 쥐고 있는 동안 계산하고, 다음 프로세스에 넘깁니다.</translation>
    </message>
    <message>
        <source>Computes for a random time, work_us on average, then waits at a barrier until all have arrived there; over and over.</source>
        <translation>평균 work_us의 임의 시간 동안 계산한 다음, 모두 도착할 때까지 장벽(배리어)에서 기다리기를 되풀이합니다.</translation>
    </message>
    <message>
        <source>CPU-bound</source>
        <translation>CPU 바운드</translation>
    </message>
    <message>
        <source>Computes without a pause, work_us of processor time at a time, and waits for nothing.</source>
        <translation>쉬지 않고 계산하며(한 번에 프로세서 시간 work_us), 아무것도 기다리지 않습니다.</translation>
    </message>
    <message>
        <source>I/O-bound</source>
        <translation>I/O 바운드</translation>
    </message>
    <message>
        <source>Writes step_bytes to a file and waits until the disk has them, over and over; between two writes it computes for work_us.</source>
        <translation>파일에 step_bytes를 쓰고 디스크가 받을 때까지 기다리기를 되풀이합니다. 두 번의 쓰기 사이에 work_us 동안 계산합니다.</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>혼합</translation>
    </message>
    <message>
        <source>Takes turns: computes for work_us, sleeps as long, then writes step_bytes and waits until the disk has them.</source>
        <translation>work_us 동안 계산하고, 그만큼 잠들고, step_bytes를 써서 디스크가 받을 때까지 기다리기를 번갈아 합니다.</translation>
    </message>
    <message>
        <source>Memory grower</source>
        <translation>메모리 키우기</translation>
    </message>
    <message>
        <source>Takes memory a step at a time, rate_per_s steps a second, and writes to every page of it: on the heap, by recursion on the stack, or in mappings.</source>
        <translation>초당 rate_per_s번씩 한 걸음씩 메모리를 받아 모든 페이지에 씁니다. 힙에서, 스택에서 재귀로, 또는 매핑으로 받습니다.</translation>
    </message>
    <message>
        <source>Thread maker</source>
        <translation>스레드 만들기</translation>
    </message>
    <message>
        <source>Makes threads that compute for work_us and sleep as long in turns, and add to one variable they share; each has a stack of its own.</source>
        <translation>work_us 동안 계산하고 그만큼 잠들기를 되풀이하며 함께 쓰는 변수 하나에 더하는 스레드들을 만듭니다. 스레드마다 자기 스택이 있습니다.</translation>
    </message>
    <message>
        <source>Fork tree</source>
        <translation>fork 트리</translation>
    </message>
    <message>
        <source>Forks so many times in a row; every process made so goes on with the forks that are left, so that n forks make 2^n processes. Each waits for its children.</source>
        <translation>fork를 잇달아 여러 번 합니다. 그렇게 생긴 프로세스도 남은 fork를 이어서 하므로 n번의 fork가 2^n개의 프로세스를 만듭니다. 저마다 자기 자식을 기다립니다.</translation>
    </message>
    <message>
        <source>Fork, then write</source>
        <translation>fork 뒤에 쓰기</translation>
    </message>
    <message>
        <source>Fills memory and forks two children: one writes to step_bytes of it, the other only reads. Tells what each finds at the same address, and whose pages are shared and whose are copies.</source>
        <translation>메모리를 채우고 자식 둘을 fork합니다. 하나는 그 가운데 step_bytes에 쓰고 다른 하나는 읽기만 합니다. 같은 주소에서 저마다 무엇을 보는지, 어느 페이지가 공유이고 어느 것이 사본인지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Exec</source>
        <translation>exec</translation>
    </message>
    <message>
        <source>Lives as a copy of the launcher for hold_s, then replaces its program by another with execve(2): the process id stays, everything in its memory is new.</source>
        <translation>hold_s 동안 런처의 사본으로 살다가 execve(2)로 프로그램을 바꿉니다. 프로세스 식별자(PID)는 그대로이고 메모리의 모든 것은 새것입니다.</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>부모</translation>
    </message>
    <message>
        <source>Makes a child that computes for hold_s, and either waits for it at once (way &quot;wait&quot;) or computes beside it and waits afterwards (way &quot;run-on&quot;).</source>
        <translation>hold_s 동안 계산하는 자식을 만들고, 곧바로 기다리거나(way &quot;wait&quot;) 나란히 계산한 뒤에 기다립니다(way &quot;run-on&quot;).</translation>
    </message>
    <message>
        <source>Zombie maker</source>
        <translation>좀비 만들기</translation>
    </message>
    <message>
        <source>Makes a child that ends at once and does not wait for it for hold_s: a zombie, which keeps its exit code until it is waited for.</source>
        <translation>곧바로 끝나는 자식을 만들고 hold_s 동안 기다려 주지 않습니다. 좀비는 거두어질 때까지 종료 코드를 지닙니다.</translation>
    </message>
    <message>
        <source>Orphan maker</source>
        <translation>고아 만들기</translation>
    </message>
    <message>
        <source>Makes a child that makes a child of its own and ends after half of hold_s: the grandchild is an orphan, and the nearest subreaper becomes its parent - the launcher, or with the way &quot;adopt&quot; this process itself.</source>
        <translation>자식을 만들고, 그 자식은 또 자식을 만든 뒤 hold_s의 절반이 지나면 끝납니다. 손자는 고아가 되고 가장 가까운 서브리퍼가 그 부모가 됩니다. 런처이거나, way가 &quot;adopt&quot;이면 이 프로세스 자신입니다.</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>끝나는 방법</translation>
    </message>
    <message>
        <source>Ends in the way given: by exit, signal, abort or fault. Without a way it makes a child for each, one that it kills and one whose parent dies, and tells how each has ended.</source>
        <translation>주어진 방법으로 끝납니다: exit, 시그널, abort, 잘못된 접근. 방법이 없으면 방법마다 자식을 하나씩, 그리고 스스로 죽이는 자식과 부모가 죽는 자식을 만들어 저마다 어떻게 끝났는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Limit breaker</source>
        <translation>한도 넘기</translation>
    </message>
    <message>
        <source>Runs into each of the limits it is given: open files, processes and address space, which refuse a call, then file size, stack and processor time, which end it.</source>
        <translation>주어진 한도마다 부딪칩니다. 열린 파일, 프로세스, 주소 공간은 호출이 거절되고, 파일 크기, 스택, 프로세서 시간은 프로세스를 끝냅니다.</translation>
    </message>
    <message>
        <source>Page out</source>
        <translation>페이지 내보내기</translation>
    </message>
    <message>
        <source>Fills memory, asks the kernel to page it out, and touches it again after hold_s. Anonymous memory needs swap to go to; where there is none, pages of a file are pushed out instead.</source>
        <translation>메모리를 채우고 커널에 내보내 달라고 요청한 뒤 hold_s가 지나면 다시 건드립니다. 익명 메모리는 스왑이 있어야 나갈 수 있고, 없으면 대신 파일의 페이지를 내보냅니다.</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Fills `bytes` of memory and makes `count` children by each method in turn: fork, vfork, a thread, fork and exec, posix_spawn; tells what one costs.</source>
        <translation>메모리 `bytes`를 채우고 방법마다 차례로 자식을 `count`개씩 만듭니다: fork, vfork, 스레드, fork와 exec, posix_spawn. 하나에 얼마가 드는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Receives messages, from each of its links in turn, checks them and works on each.</source>
        <translation>메시지를 링크마다 돌아가며 받아 검사하고 하나씩 처리합니다.</translation>
    </message>
    <message>
        <source>Trespasser</source>
        <translation>침범자</translation>
    </message>
    <message>
        <source>Tries what it has no right to, without a privilege: the memory of others, addresses outside its own, files and signals; it tells how each was refused.</source>
        <translation>특권 없이, 권한 없는 일을 시도합니다: 남의 메모리, 자기 것이 아닌 주소, 파일과 시그널. 각각 어떻게 거부되었는지 알립니다.</translation>
    </message>
    <message>
        <source>Heirs</source>
        <translation>상속</translation>
    </message>
    <message>
        <source>Limits its open files and its place in the queue, then makes a child and a grandchild: both inherit the limits, and each attempt to exceed them is refused.</source>
        <translation>열린 파일 수와 순서를 스스로 제한하고 자식과 손자를 만듭니다. 둘 다 한도를 물려받고, 넘으려는 시도는 모두 거부됩니다.</translation>
    </message>
    <message>
        <source>Single stepper</source>
        <translation>단일 스텝 실행</translation>
    </message>
    <message>
        <source>Holds a child and executes it instruction by instruction with ptrace: where the program counter goes, what each instruction changes, and the stack frame a call makes and its return takes away.</source>
        <translation>ptrace로 자식을 붙잡고 한 명령어씩 실행합니다: 프로그램 카운터가 가는 곳, 명령어마다 바뀌는 것, 호출이 만들고 복귀가 없애는 스택 프레임.</translation>
    </message>
    <message>
        <source>Shared memory, call by call</source>
        <translation>공유 메모리의 호출 단계</translation>
    </message>
    <message>
        <source>Operations outstanding</source>
        <translation>진행 중인 연산</translation>
    </message>
    <message>
        <source>Who may join</source>
        <translation>누가 참여하는가</translation>
    </message>
    <message>
        <source>Message lengths</source>
        <translation>메시지 길이</translation>
    </message>
    <message>
        <source>A growing file, a fixed segment</source>
        <translation>자라는 파일과 고정된 세그먼트</translation>
    </message>
    <message>
        <source>Makes a shared memory segment, attaches it and writes a text; a second process finds it by its key or name, attaches it at an address of its own and reads the text. hold_s lies between the steps.</source>
        <translation>공유 메모리 세그먼트를 만들어 붙이고 글을 씁니다. 둘째 프로세스가 키나 이름으로 찾아 자기 주소에 붙이고 글을 읽습니다. 단계 사이의 간격은 hold_s입니다.</translation>
    </message>
    <message>
        <source>Issues four asynchronous reads and goes on computing; they complete in the reverse order, since another process fills the pipes so. A variable that is looked at, or a callback, tells of each.</source>
        <translation>비동기 읽기 네 개를 내고 계산을 계속합니다. 다른 프로세스가 파이프를 거꾸로 채우므로 거꾸로 끝납니다. 들여다보는 변수나 콜백이 하나하나 알려 줍니다.</translation>
    </message>
    <message>
        <source>Reads from a pipe into which its child writes, shows that a process which inherited nothing cannot, opens a FIFO that both can join by its name, and then writes and reads one FIFO itself.</source>
        <translation>자식이 쓰는 파이프를 읽고, 아무것도 물려받지 않은 프로세스는 쓸 수 없음을 보입니다. 이름으로 둘 다 참여할 수 있는 FIFO를 연 다음, 한 FIFO에 스스로 쓰고 읽습니다.</translation>
    </message>
    <message>
        <source>Writes two messages of different lengths into a pipe, a stream socket, a socket with boundaries, a datagram socket and a message queue, and tells what one read brings of each, what is refused as too long and what is cut off.</source>
        <translation>길이가 다른 메시지 두 개를 파이프, 스트림 소켓, 경계가 있는 소켓, 데이터그램 소켓, 메시지 큐에 쓰고, 읽기 한 번에 무엇이 오는지, 무엇이 너무 길어 거절되고 무엇이 잘리는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Writes at the end of a file, which grows; touches a shared memory segment inside and beyond its size, in children that SIGBUS may end; resizes it; and asks for more than the file system has.</source>
        <translation>파일 끝에 써서 자라게 하고, 공유 메모리 세그먼트를 크기 안과 밖에서 자식이 건드리게 하여 SIGBUS로 끝나는지 봅니다. 크기를 바꾸고, 파일 시스템에 있는 것보다 많이 달라고 합니다.</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>호출자</translation>
    </message>
    <message>
        <source>Calls an executor, one call after the other: each moves an amount from its own account to the one it has there. What is not answered in time it sends again, or gives up, by the semantics it is told. At its end it says whether the sum of both accounts still holds.</source>
        <translation>실행자를 하나씩 차례로 호출합니다. 호출마다 자기 계좌에서 실행자에게 있는 계좌로 금액이 옮겨집니다. 제때 응답이 없으면 정해진 의미론에 따라 다시 보내거나 포기합니다. 끝날 때 두 계좌의 합이 그대로인지 알립니다.</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>실행자</translation>
    </message>
    <message>
        <source>Executes the calls of a caller and answers them, in a server process that it starts again when it has died. By the semantics it is told it executes whatever comes, keeps its replies to know a repetition again, or records every call in a durable log. crashes: so often the server is killed in the midst of a call.</source>
        <translation>호출자의 호출을 서버 프로세스에서 실행하고 응답하며, 서버가 죽으면 다시 시작합니다. 정해진 의미론에 따라 오는 대로 실행하거나, 다시 온 요청을 알아보도록 응답을 보관하거나, 모든 호출을 지속되는 로그에 기록합니다. crashes는 서버를 호출 도중에 강제 종료하는 횟수입니다.</translation>
    </message>
    <message>
        <source>Unreliable network</source>
        <translation>불안정한 네트워크</translation>
    </message>
    <message>
        <source>Passes on messages unchanged, from its first link to its first one out, from its second to its second …, and on purpose loses, repeats, delays and reorders as many as it is told to; in a byte stream, where nothing may be missing, it holds back. What it has done is counted.</source>
        <translation>메시지를 그대로 전달합니다. 첫째 링크에서 온 것은 첫째 나가는 링크로, 둘째에서 온 것은 둘째로 보냅니다. 그러면서 정해진 만큼 일부러 잃고, 두 번 보내고, 늦추고, 순서를 바꿉니다. 아무것도 빠져서는 안 되는 바이트 스트림에서는 붙잡아 둡니다. 한 일은 모두 셉니다.</translation>
    </message>
    <message>
        <source>Reliable receiver</source>
        <translation>신뢰성 있는 수신자</translation>
    </message>
    <message>
        <source>Acknowledges the messages of a reliable sender, filters out copies and hands each on once and in order: it keeps what comes early (selective-repeat), or throws it away (go-back-n).</source>
        <translation>신뢰성 있는 송신자의 메시지에 확인 응답을 보내고, 중복을 걸러 내고, 한 번씩 순서대로 넘깁니다. 일찍 온 것은 보관하거나(selective-repeat) 버립니다(go-back-n).</translation>
    </message>
    <message>
        <source>Reliable sender</source>
        <translation>신뢰성 있는 송신자</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Numbers its messages, keeps those that are not acknowledged, and sends them again when their time is up: one at a time, all of a window from the first that is missing, or each alone. Without timeout_ms it waits as long as the round trips so far tell it to.</source>
        <translation>메시지에 번호를 매기고, 확인되지 않은 것을 보관했다가 시간이 지나면 다시 보냅니다. 한 번에 하나씩, 빠진 것부터 윈도 전체를, 또는 저마다 따로 다시 보냅니다. timeout_ms가 없으면 지금까지의 왕복 시간에 따라 기다립니다.</translation>
    </message>
    <message>
        <source>Port taker</source>
        <translation>포트 사용자</translation>
    </message>
    <message>
        <source>Asks for ports of the loopback interface: one that the system chooses, privileged ones, taken ones, shared ones and one still in TIME_WAIT; it tells what came of each call.</source>
        <translation>루프백 인터페이스의 포트를 요청합니다: 시스템이 고르는 것, 특권이 필요한 것, 사용 중인 것, 함께 쓰는 것, 아직 TIME_WAIT인 것. 호출마다 결과를 알립니다.</translation>
    </message>
    <message>
        <source>Client, step by step</source>
        <translation>클라이언트, 단계별</translation>
    </message>
    <message>
        <source>Calls over a link of remote calls and tells every step its stub takes, with its bytes.</source>
        <translation>원격 호출 링크로 호출하고, 스텁이 밟는 단계마다 바이트와 함께 알립니다.</translation>
    </message>
    <message>
        <source>Server, step by step</source>
        <translation>서버, 단계별</translation>
    </message>
    <message>
        <source>Answers calls over a link of remote calls and tells every step its stub takes, with its bytes.</source>
        <translation>원격 호출 링크로 온 호출에 응답하고, 스텁이 밟는 단계마다 바이트와 함께 알립니다.</translation>
    </message>
    <message>
        <source>External data representation</source>
        <translation>외부 데이터 표현</translation>
    </message>
    <message>
        <source>Level and edge</source>
        <translation>레벨과 에지</translation>
    </message>
    <message>
        <source>Waits with epoll and counts wake-ups: of one reader that takes step_bytes of the 100 that arrive at once, or of four processes that wait for the same thing.</source>
        <translation>epoll로 기다리며 깨어난 횟수를 셉니다: 한꺼번에 도착하는 100바이트를 step_bytes씩 읽는 프로세스 하나, 또는 같은 것을 기다리는 프로세스 넷의 경우입니다.</translation>
    </message>
    <message>
        <source>Writes one record in every form there is (memory, XDR, Protocol Buffers, Thrift, JSON), reads it again and tells bytes, sizes and times.</source>
        <translation>레코드 하나를 있는 표현(메모리, XDR, Protocol Buffers, Thrift, JSON)마다 쓰고 다시 읽어 바이트, 크기, 시간을 알립니다.</translation>
    </message>
    <message>
        <source>Opens many connections to a server, or many sockets that send it datagrams. Those that are active send requests, due at a rate whatever the server manages, and wait for the answers; or it behaves as no client should.</source>
        <translation>서버에 많은 연결을 열거나, 데이터그램을 보내는 많은 소켓을 엽니다. 활동하는 것은 서버의 속도와 관계없이 정해진 빠르기로 요청을 보내고 응답을 기다립니다. 또는 클라이언트가 해서는 안 될 행동을 합니다.</translation>
    </message>
    <message>
        <source>Accepts the connections of those who load it, or takes their datagrams, and answers every request with one of the same size. How it waits for them all is its strategy.</source>
        <translation>부하 프로세스의 연결을 받아들이거나 데이터그램을 받고, 모든 요청에 같은 크기로 응답합니다. 그 모두를 어떻게 기다리는지가 서버의 전략입니다.</translation>
    </message>
</context>
<context>
    <name>quantity</name>
    <message>
        <source>sender %1</source>
        <translation>송신 측 %1</translation>
    </message>
    <message>
        <source>receiver %1</source>
        <translation>수신 측 %1</translation>
    </message>
    <message>
        <source>From the kernel&apos;s accounting (schedstat) and switch records, or from samples of /proc: the state source says which.</source>
        <translation>커널의 회계(schedstat)와 문맥 교환 기록, 또는 /proc 표본에서 얻습니다. 어느 것인지는 상태의 출처가 알려 줍니다.</translation>
    </message>
    <message>
        <source>Told by wait4 at its end; before it, as far as /proc and switch records tell.</source>
        <translation>끝날 때 wait4가 알려 줍니다. 그 전에는 /proc과 문맥 교환 기록이 아는 만큼입니다.</translation>
    </message>
    <message>
        <source>Told by wait4 at its end, of those it has waited for; not known before.</source>
        <translation>기다려 준 자손에 대해 끝날 때 wait4가 알려 줍니다. 그 전에는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>From the kernel&apos;s switch records; not known without them.</source>
        <translation>커널의 문맥 교환 기록에서 얻습니다. 기록이 없으면 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Counted by the senders in shared memory; a command counts nothing.</source>
        <translation>송신 측이 공유 메모리에서 셉니다. 명령은 아무것도 세지 않습니다.</translation>
    </message>
    <message>
        <source>Counted by the receivers in shared memory; a command counts nothing.</source>
        <translation>수신 측이 공유 메모리에서 셉니다. 명령은 아무것도 세지 않습니다.</translation>
    </message>
    <message>
        <source>From sequence numbers and check values, by the receivers.</source>
        <translation>수신 측이 순서 번호와 검사값으로 판단합니다.</translation>
    </message>
    <message>
        <source>Counted by the processes at its ends in shared memory.</source>
        <translation>양 끝의 프로세스가 공유 메모리에서 셉니다.</translation>
    </message>
    <message>
        <source>Counted by the receivers; where a command receives, by the senders; between two commands, by /proc/PID/io.</source>
        <translation>수신 측이 셉니다. 명령이 수신하면 송신 측이 세고, 두 명령 사이는 /proc/PID/io에서 얻습니다.</translation>
    </message>
    <message>
        <source>From the send time in the message; every stamped message counts.</source>
        <translation>메시지에 든 송신 시각에서 얻습니다. 시각이 찍힌 모든 메시지가 포함됩니다.</translation>
    </message>
    <message>
        <source>Asked of the system (FIONREAD, SIOCOUTQ, mq_getattr, slots) some times a second.</source>
        <translation>초당 몇 번씩 시스템에 묻습니다(FIONREAD, SIOCOUTQ, mq_getattr, 슬롯).</translation>
    </message>
    <message>
        <source>Asked of the senders&apos; sockets (TCP_INFO) some times a second, the last time before they were closed; other mechanisms have none.</source>
        <translation>초당 몇 번씩 송신 측 소켓에 묻습니다(TCP_INFO). 마지막은 소켓이 닫히기 전입니다. 다른 IPC 방식에는 없습니다.</translation>
    </message>
    <message>
        <source>Counted by those who call, and by those who execute, in shared memory; not known where the link carries no calls.</source>
        <translation>호출하는 쪽과 실행하는 쪽이 공유 메모리에서 셉니다. 호출이 오가지 않는 링크에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Counted by whoever opens and closes them, in shared memory; not known where the mechanism has no connections.</source>
        <translation>연결을 열고 닫는 쪽이 공유 메모리에서 셉니다. 연결이 없는 IPC 방식에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Counted by its parties in shared memory.</source>
        <translation>참여하는 프로세스들이 공유 메모리에서 셉니다.</translation>
    </message>
    <message>
        <source>Counted by the observer itself.</source>
        <translation>관측기 자신이 셉니다.</translation>
    </message>
    <message>
        <source>By design of the mechanism, not measured.</source>
        <translation>IPC 방식의 설계에 따른 값이며 측정값이 아닙니다.</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>수명</translation>
    </message>
    <message>
        <source>Time from its launch to its end.</source>
        <translation>실행된 때부터 끝날 때까지의 시간입니다.</translation>
    </message>
    <message>
        <source>Between the launcher&apos;s fork and the kernel&apos;s exit record, or wait4.</source>
        <translation>런처의 fork부터 커널의 종료 기록 또는 wait4까지입니다.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Time on a processor.</source>
        <translation>프로세서에서 실행된 시간입니다.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Time it could have run but had no processor.</source>
        <translation>실행할 수 있었지만 프로세서가 없던 시간입니다.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Time it could not go on.</source>
        <translation>더 진행할 수 없던 시간입니다.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>인터럽트</translation>
    </message>
    <message>
        <source>Time on a processor while interrupts or the hypervisor had it; in none of the three states.</source>
        <translation>프로세서에 있었지만 인터럽트나 하이퍼바이저가 쓰던 시간입니다. 세 상태 어디에도 들지 않습니다.</translation>
    </message>
    <message>
        <source>Threads running</source>
        <translation>스레드 실행</translation>
    </message>
    <message>
        <source>Time on a processor, added up over its threads.</source>
        <translation>프로세서에서 실행된 시간을 모든 스레드에 대해 더한 값입니다.</translation>
    </message>
    <message>
        <source>From the kernel&apos;s accounting (schedstat).</source>
        <translation>커널의 회계(schedstat)에서 얻습니다.</translation>
    </message>
    <message>
        <source>Threads ready</source>
        <translation>스레드 준비</translation>
    </message>
    <message>
        <source>Time without a processor that it could have run on, added up over its threads.</source>
        <translation>실행할 수 있었지만 프로세서가 없던 시간을 모든 스레드에 대해 더한 값입니다.</translation>
    </message>
    <message>
        <source>Direct switches</source>
        <translation>직접 문맥 교환</translation>
    </message>
    <message>
        <source>Times a thread of it followed directly on another on its processor.</source>
        <translation>이 프로세스의 스레드가 프로세서에서 다른 스레드에 바로 이어 실행된 횟수입니다.</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>문맥 교환 중</translation>
    </message>
    <message>
        <source>Time those switches took, within its running time.</source>
        <translation>그 문맥 교환에 든 시간으로, 실행 시간에 포함됩니다.</translation>
    </message>
    <message>
        <source>One switch</source>
        <translation>문맥 교환 1회</translation>
    </message>
    <message>
        <source>Time one of those switches took, in the mean.</source>
        <translation>그 문맥 교환 한 번에 든 평균 시간입니다.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>CPU time of its own in user mode, without that of its descendants.</source>
        <translation>자손을 제외한 자신의 사용자 모드 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>CPU time of its own in the kernel on its behalf, without that of its descendants.</source>
        <translation>자손을 제외하고 자신을 위해 커널에서 쓴 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>Voluntary switches</source>
        <translation>자발적 문맥 교환</translation>
    </message>
    <message>
        <source>Context switches because it had to wait.</source>
        <translation>기다려야 해서 일어난 문맥 교환입니다.</translation>
    </message>
    <message>
        <source>Forced switches</source>
        <translation>강제 문맥 교환</translation>
    </message>
    <message>
        <source>Context switches because the scheduler took the processor away.</source>
        <translation>스케줄러가 프로세서를 빼앗아 일어난 문맥 교환입니다.</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>The most memory of its program that was resident.</source>
        <translation>이 프로그램이 RAM에 가장 많이 두었던 메모리입니다.</translation>
    </message>
    <message>
        <source>The process&apos;s own VmHWM, read at its end; for commands, ru_maxrss where that tells it.</source>
        <translation>프로세스가 끝날 때 읽은 자신의 VmHWM입니다. 명령은 알 수 있으면 ru_maxrss입니다.</translation>
    </message>
    <message>
        <source>Descendants, user</source>
        <translation>자손, 사용자</translation>
    </message>
    <message>
        <source>CPU time of its descendants in user mode, beside its own.</source>
        <translation>자신의 것과 별도로, 자손의 사용자 모드 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>Descendants, system</source>
        <translation>자손, 시스템</translation>
    </message>
    <message>
        <source>CPU time of its descendants in the kernel, beside its own.</source>
        <translation>자신의 것과 별도로, 자손이 커널에서 쓴 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>Descendants, voluntary switches</source>
        <translation>자손, 자발적 문맥 교환</translation>
    </message>
    <message>
        <source>Context switches of its descendants because they had to wait.</source>
        <translation>자손이 기다려야 해서 일어난 문맥 교환입니다.</translation>
    </message>
    <message>
        <source>Descendants, forced switches</source>
        <translation>자손, 강제 문맥 교환</translation>
    </message>
    <message>
        <source>Context switches of its descendants because the processor was taken away.</source>
        <translation>자손이 프로세서를 빼앗겨 일어난 문맥 교환입니다.</translation>
    </message>
    <message>
        <source>Peak memory of the family</source>
        <translation>가족의 최대 메모리</translation>
    </message>
    <message>
        <source>The largest resident memory of it, its descendants and the programs it was before.</source>
        <translation>자신과 자손, 그리고 이전에 실행하던 프로그램 가운데 RAM에 가장 많이 있던 메모리입니다.</translation>
    </message>
    <message>
        <source>ru_maxrss, told by wait4 at its end.</source>
        <translation>끝날 때 wait4가 알려 주는 ru_maxrss입니다.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>Units of its own work done.</source>
        <translation>자기 일을 끝낸 횟수입니다.</translation>
    </message>
    <message>
        <source>Counted by the program in shared memory; a command counts nothing.</source>
        <translation>프로그램이 공유 메모리에서 셉니다. 명령은 아무것도 세지 않습니다.</translation>
    </message>
    <message>
        <source>CPU share</source>
        <translation>CPU 점유율</translation>
    </message>
    <message>
        <source>CPU time used, of one core: 0 to 1 for each running thread.</source>
        <translation>한 코어를 기준으로 쓴 CPU 시간입니다. 실행 중인 스레드마다 0에서 1까지입니다.</translation>
    </message>
    <message>
        <source>From the kernel&apos;s accounting (schedstat), read ten times a second.</source>
        <translation>커널의 회계(schedstat)를 초당 열 번 읽습니다.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Memory in RAM that belongs to the process, shared pages included.</source>
        <translation>공유 페이지를 포함하여 프로세스에 속한 RAM의 메모리입니다.</translation>
    </message>
    <message>
        <source>From /proc/PID/stat, read ten times a second.</source>
        <translation>/proc/PID/stat을 초당 열 번 읽습니다.</translation>
    </message>
    <message>
        <source>Nice value</source>
        <translation>nice 값</translation>
    </message>
    <message>
        <source>Its nice value, as it is in effect: at the end of the run, the last one.</source>
        <translation>지금 적용된 nice 값입니다. 실행이 끝나면 마지막 값입니다.</translation>
    </message>
    <message>
        <source>As the kernel has given it.</source>
        <translation>커널이 준 그대로입니다.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Messages sent.</source>
        <translation>보낸 메시지입니다.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>받을 예정</translation>
    </message>
    <message>
        <source>Messages all receivers together are to get: each of them every one where the mechanism is so.</source>
        <translation>모든 수신 측이 함께 받을 메시지입니다. IPC 방식에 따라서는 각 수신 측이 모든 메시지를 받습니다.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Messages received.</source>
        <translation>받은 메시지입니다.</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>받은 바이트</translation>
    </message>
    <message>
        <source>Bytes of messages received.</source>
        <translation>받은 메시지의 바이트입니다.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Messages sent that never arrived.</source>
        <translation>보냈지만 도착하지 않은 메시지입니다.</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Messages that arrived more than once.</source>
        <translation>두 번 이상 도착한 메시지입니다.</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>순서 바뀜</translation>
    </message>
    <message>
        <source>Messages that arrived after a later one of the same sender.</source>
        <translation>같은 송신 측이 나중에 보낸 것보다 늦게 도착한 메시지입니다.</translation>
    </message>
    <message>
        <source>Corrupted</source>
        <translation>손상</translation>
    </message>
    <message>
        <source>Messages whose bytes were not those sent.</source>
        <translation>보낸 것과 바이트가 달라진 메시지입니다.</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>메시지/s</translation>
    </message>
    <message>
        <source>Messages received per second, counted over the rate window before; of the run, between its first message and its last.</source>
        <translation>초당 받은 메시지로, 직전의 측정 구간에서 셉니다. 실행 전체의 값은 첫 메시지부터 마지막 메시지까지입니다.</translation>
    </message>
    <message>
        <source>Counted by the receivers; by the senders, where a command receives.</source>
        <translation>수신 측이 셉니다. 명령이 수신하면 송신 측이 셉니다.</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>바이트/s</translation>
    </message>
    <message>
        <source>Bytes received per second, counted over the rate window before; of the run, between its first message and its last.</source>
        <translation>초당 받은 바이트로, 직전의 측정 구간에서 셉니다. 실행 전체의 값은 첫 메시지부터 마지막 메시지까지입니다.</translation>
    </message>
    <message>
        <source>Rate window</source>
        <translation>측정 구간</translation>
    </message>
    <message>
        <source>How long the rates are counted over: back to the newest message with 20 after it, at most 5 s; 0: none came.</source>
        <translation>속도를 세는 구간의 길이입니다. 뒤에 메시지가 20개 있는 가장 새로운 메시지까지 거슬러 가며 최대 5초입니다. 0이면 아무것도 오지 않았습니다.</translation>
    </message>
    <message>
        <source>First received</source>
        <translation>첫 수신</translation>
    </message>
    <message>
        <source>When the first message that rates are taken over was received, from the start of the run on.</source>
        <translation>속도 계산에 쓰는 첫 메시지를 받은 때로, 실행 시작부터의 시간입니다.</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>마지막 수신</translation>
    </message>
    <message>
        <source>When the newest timed message was received, from the start of the run on.</source>
        <translation>시각을 잰 가장 새로운 메시지를 받은 때로, 실행 시작부터의 시간입니다.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>활동 시간</translation>
    </message>
    <message>
        <source>Time from the first received message to the newest timed one: throughput is taken over it.</source>
        <translation>처음 받은 메시지부터 시각을 잰 가장 새로운 메시지까지의 시간으로, 처리량은 이 시간으로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Timed messages</source>
        <translation>시각을 잰 메시지</translation>
    </message>
    <message>
        <source>Messages received up to and with the newest timed one.</source>
        <translation>시각을 잰 가장 새로운 메시지까지 받은 메시지입니다.</translation>
    </message>
    <message>
        <source>Timed bytes</source>
        <translation>시각을 잰 바이트</translation>
    </message>
    <message>
        <source>Bytes received up to and with the newest timed message.</source>
        <translation>시각을 잰 가장 새로운 메시지까지 받은 바이트입니다.</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기량</translation>
    </message>
    <message>
        <source>Messages sent and not yet received; of the run, their mean over time.</source>
        <translation>보냈지만 아직 받지 않은 메시지입니다. 실행 전체의 값은 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>From the counters of both ends.</source>
        <translation>양 끝의 카운터에서 얻습니다.</translation>
    </message>
    <message>
        <source>Queued, most</source>
        <translation>대기량, 최대</translation>
    </message>
    <message>
        <source>The most messages sent and not yet received that were seen.</source>
        <translation>보냈지만 아직 받지 않은 메시지가 가장 많았던 수입니다.</translation>
    </message>
    <message>
        <source>Queued, system</source>
        <translation>대기량, 시스템</translation>
    </message>
    <message>
        <source>What the system itself says is queued, in its unit; of the run, the mean over time.</source>
        <translation>시스템이 스스로 알려 주는 대기량으로, 시스템의 단위입니다. 실행 전체의 값은 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Queued, most (system)</source>
        <translation>대기량, 최대 (시스템)</translation>
    </message>
    <message>
        <source>The most the system said was queued, in its unit.</source>
        <translation>시스템이 알려 준 가장 큰 대기량으로, 시스템의 단위입니다.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>How much the system holds for it, in its unit.</source>
        <translation>시스템이 담아 둘 수 있는 양으로, 시스템의 단위입니다.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Response time: from when a message was due to be sent (of one that keeps no pace: from when it was sent) until it was received.</source>
        <translation>응답 시간: 메시지를 보낼 예정이던 때(정해진 속도가 없으면 보낸 때)부터 받을 때까지입니다.</translation>
    </message>
    <message>
        <source>Transit</source>
        <translation>전달 시간</translation>
    </message>
    <message>
        <source>Transit time: from when a message was really sent until it was received; over time only where it is not the response time.</source>
        <translation>전달 시간: 메시지를 실제로 보낸 때부터 받을 때까지입니다. 시간에 따른 값은 응답 시간과 다를 때만 있습니다.</translation>
    </message>
    <message>
        <source>Paced messages</source>
        <translation>예정 시각이 있는 메시지</translation>
    </message>
    <message>
        <source>Messages that said when they were due; 0: response and transit times are the same.</source>
        <translation>보낼 예정 시각을 알려 준 메시지입니다. 0이면 응답 시간과 전달 시간이 같습니다.</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>첫 메시지</translation>
    </message>
    <message>
        <source>How long the first message was on its way. Later ones find warm caches and processes that are awake.</source>
        <translation>첫 메시지가 전달되는 데 걸린 시간입니다. 이후의 메시지는 데워진 캐시와 깨어 있는 프로세스를 만납니다.</translation>
    </message>
    <message>
        <source>From the send time in the message; told when the run has ended.</source>
        <translation>메시지에 든 송신 시각에서 얻으며, 실행이 끝나면 알려 줍니다.</translation>
    </message>
    <message>
        <source>Dropped by the kernel</source>
        <translation>커널이 버림</translation>
    </message>
    <message>
        <source>Datagrams that found no room in the receivers&apos; sockets.</source>
        <translation>수신 측 소켓에 자리가 없던 데이터그램입니다.</translation>
    </message>
    <message>
        <source>Asked of the receivers&apos; sockets (SO_MEMINFO) some times a second; other mechanisms do not tell it.</source>
        <translation>초당 몇 번씩 수신 측 소켓에 묻습니다(SO_MEMINFO). 다른 IPC 방식은 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Retransmissions (TCP)</source>
        <translation>재전송 (TCP)</translation>
    </message>
    <message>
        <source>Segments that the senders&apos; TCP has sent again because they were not acknowledged.</source>
        <translation>확인 응답이 없어 송신 측 TCP가 다시 보낸 세그먼트입니다.</translation>
    </message>
    <message>
        <source>Round trip (TCP)</source>
        <translation>왕복 시간 (TCP)</translation>
    </message>
    <message>
        <source>Smoothed round-trip time: from sending a segment to its acknowledgement, as TCP reckons with it; of several senders the longest.</source>
        <translation>평활 왕복 시간: 세그먼트를 보낸 때부터 확인 응답까지 TCP가 계산에 쓰는 값입니다. 송신 측이 여럿이면 가장 긴 값입니다.</translation>
    </message>
    <message>
        <source>Blocked, send</source>
        <translation>블록됨, 송신</translation>
    </message>
    <message>
        <source>Time senders spent inside calls that could not go on; a call that still waits counts when it comes back.</source>
        <translation>송신 측이 더 진행할 수 없는 호출 안에서 보낸 시간입니다. 아직 기다리는 호출은 돌아올 때 셉니다.</translation>
    </message>
    <message>
        <source>Timed in the processes themselves.</source>
        <translation>프로세스 자신이 잽니다.</translation>
    </message>
    <message>
        <source>Blocked, receive</source>
        <translation>블록됨, 수신</translation>
    </message>
    <message>
        <source>Time receivers spent inside calls that could not go on; a call that still waits counts when it comes back.</source>
        <translation>수신 측이 더 진행할 수 없는 호출 안에서 보낸 시간입니다. 아직 기다리는 호출은 돌아올 때 셉니다.</translation>
    </message>
    <message>
        <source>Would block, send</source>
        <translation>기다려야 함, 송신</translation>
    </message>
    <message>
        <source>Calls of non-blocking senders that came back without having sent.</source>
        <translation>보내지 못하고 돌아온 비블로킹 송신 측의 호출입니다.</translation>
    </message>
    <message>
        <source>Would block, receive</source>
        <translation>기다려야 함, 수신</translation>
    </message>
    <message>
        <source>Calls of non-blocking receivers that came back without a message.</source>
        <translation>메시지 없이 돌아온 비블로킹 수신 측의 호출입니다.</translation>
    </message>
    <message>
        <source>Calls/message</source>
        <translation>호출/메시지</translation>
    </message>
    <message>
        <source>System calls of both ends together, per message received.</source>
        <translation>받은 메시지 하나에 양 끝이 함께 쓴 시스템 호출입니다.</translation>
    </message>
    <message>
        <source>Copies/message</source>
        <translation>복사/메시지</translation>
    </message>
    <message>
        <source>How often the bytes of a message are copied from the sender&apos;s buffer to the receiver&apos;s.</source>
        <translation>메시지의 바이트가 송신 측 버퍼에서 수신 측 버퍼까지 복사되는 횟수입니다.</translation>
    </message>
    <message>
        <source>CPU per million</source>
        <translation>백만 개당 CPU</translation>
    </message>
    <message>
        <source>CPU time of the processes at its ends per million messages received, whatever else they did with it.</source>
        <translation>받은 메시지 백만 개당 양 끝 프로세스의 CPU 시간입니다. 다른 일에 쓴 시간도 포함됩니다.</translation>
    </message>
    <message>
        <source>Told by wait4 when they have ended; not known before.</source>
        <translation>프로세스들이 끝나면 wait4가 알려 줍니다. 그 전에는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Calls made over the link.</source>
        <translation>이 링크로 한 호출입니다.</translation>
    </message>
    <message>
        <source>Calls answered</source>
        <translation>응답받은 호출</translation>
    </message>
    <message>
        <source>Calls whose answer has come.</source>
        <translation>응답이 온 호출입니다.</translation>
    </message>
    <message>
        <source>Calls executed</source>
        <translation>실행된 호출</translation>
    </message>
    <message>
        <source>Executions of calls, repeated ones included.</source>
        <translation>반복을 포함한 호출의 실행 횟수입니다.</translation>
    </message>
    <message>
        <source>Calls not executed</source>
        <translation>실행되지 않은 호출</translation>
    </message>
    <message>
        <source>Calls that were not executed.</source>
        <translation>실행되지 않은 호출입니다.</translation>
    </message>
    <message>
        <source>Calls executed once</source>
        <translation>한 번 실행된 호출</translation>
    </message>
    <message>
        <source>Calls that were executed once.</source>
        <translation>한 번 실행된 호출입니다.</translation>
    </message>
    <message>
        <source>Calls executed twice</source>
        <translation>두 번 실행된 호출</translation>
    </message>
    <message>
        <source>Calls that were executed twice.</source>
        <translation>두 번 실행된 호출입니다.</translation>
    </message>
    <message>
        <source>Calls executed more often</source>
        <translation>더 여러 번 실행된 호출</translation>
    </message>
    <message>
        <source>Calls that were executed more than twice.</source>
        <translation>세 번 이상 실행된 호출입니다.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Messages sent or received here.</source>
        <translation>여기에서 보내거나 받은 메시지입니다.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Bytes of messages sent or received here.</source>
        <translation>여기에서 보내거나 받은 메시지의 바이트입니다.</translation>
    </message>
    <message>
        <source>System calls</source>
        <translation>시스템 호출</translation>
    </message>
    <message>
        <source>System calls made to send or receive.</source>
        <translation>보내거나 받으려고 한 시스템 호출입니다.</translation>
    </message>
    <message>
        <source>Would block</source>
        <translation>기다려야 함</translation>
    </message>
    <message>
        <source>Times a message could not be moved at once.</source>
        <translation>메시지를 바로 옮길 수 없던 횟수입니다.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>블록됨</translation>
    </message>
    <message>
        <source>Time spent waiting in calls.</source>
        <translation>호출 안에서 기다린 시간입니다.</translation>
    </message>
    <message>
        <source>Connections begun</source>
        <translation>시작한 연결</translation>
    </message>
    <message>
        <source>Connections that were begun here.</source>
        <translation>여기에서 시작한 연결입니다.</translation>
    </message>
    <message>
        <source>Connections opened</source>
        <translation>열린 연결</translation>
    </message>
    <message>
        <source>Connections that came about.</source>
        <translation>이루어진 연결입니다.</translation>
    </message>
    <message>
        <source>Connections ended</source>
        <translation>끝난 연결</translation>
    </message>
    <message>
        <source>Connections that have ended.</source>
        <translation>끝난 연결입니다.</translation>
    </message>
    <message>
        <source>Connections refused</source>
        <translation>거부된 연결</translation>
    </message>
    <message>
        <source>Connections that were refused.</source>
        <translation>거부된 연결입니다.</translation>
    </message>
    <message>
        <source>Connections reset</source>
        <translation>재설정된 연결</translation>
    </message>
    <message>
        <source>Connections that were reset by the other side.</source>
        <translation>상대가 재설정한 연결입니다.</translation>
    </message>
    <message>
        <source>Connections now</source>
        <translation>현재 연결</translation>
    </message>
    <message>
        <source>Connections that are open; of a run that has ended, that were at its end.</source>
        <translation>열려 있는 연결입니다. 끝난 실행에서는 끝날 때의 연결입니다.</translation>
    </message>
    <message>
        <source>Connections not recorded</source>
        <translation>기록하지 못한 연결</translation>
    </message>
    <message>
        <source>Connections there was no room to record one by one.</source>
        <translation>자리가 없어 하나씩 기록하지 못한 연결입니다.</translation>
    </message>
    <message>
        <source>Updates asked for</source>
        <translation>요청한 갱신</translation>
    </message>
    <message>
        <source>Updates all its parties are told to make; not known where one of them has no count.</source>
        <translation>참여하는 모든 프로세스가 하도록 정해진 갱신입니다. 횟수가 정해지지 않은 프로세스가 있으면 알 수 없습니다.</translation>
    </message>
    <message>
        <source>From the document.</source>
        <translation>문서에서 얻습니다.</translation>
    </message>
    <message>
        <source>Updates made</source>
        <translation>이루어진 갱신</translation>
    </message>
    <message>
        <source>Updates of a counter that were stored.</source>
        <translation>저장된 카운터 갱신입니다.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>The value of a counter.</source>
        <translation>카운터의 값입니다.</translation>
    </message>
    <message>
        <source>Read from shared memory.</source>
        <translation>공유 메모리에서 읽습니다.</translation>
    </message>
    <message>
        <source>Updates lost</source>
        <translation>잃어버린 갱신</translation>
    </message>
    <message>
        <source>Updates that were stored and that the value of a counter does not have.</source>
        <translation>저장되었지만 카운터의 값에 남지 않은 갱신입니다.</translation>
    </message>
    <message>
        <source>Hand-offs</source>
        <translation>차례 넘김 횟수</translation>
    </message>
    <message>
        <source>Times the token was passed on.</source>
        <translation>차례를 넘긴 횟수입니다.</translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation>차례 넘기기</translation>
    </message>
    <message>
        <source>Time from passing the token on to running with it.</source>
        <translation>차례를 넘긴 때부터 받은 쪽이 실행될 때까지의 시간입니다.</translation>
    </message>
    <message>
        <source>Timed by its parties; told when the run has ended.</source>
        <translation>참여하는 프로세스들이 재며, 실행이 끝나면 알려 줍니다.</translation>
    </message>
    <message>
        <source>Out of turn</source>
        <translation>차례 어김</translation>
    </message>
    <message>
        <source>Times a party had the token out of turn.</source>
        <translation>차례가 아닌데 차례를 얻은 횟수입니다.</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Phases of a barrier that all its parties have arrived at.</source>
        <translation>모든 프로세스가 도착한 장벽(배리어)의 단계입니다.</translation>
    </message>
    <message>
        <source>Passed early</source>
        <translation>일찍 통과함</translation>
    </message>
    <message>
        <source>Times a barrier was passed before all had arrived.</source>
        <translation>모두 도착하기 전에 장벽(배리어)을 통과한 횟수입니다.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>기다림</translation>
    </message>
    <message>
        <source>Time waited at a barrier, or for the lock of a counter.</source>
        <translation>장벽(배리어)에서, 또는 카운터의 락을 기다린 시간입니다.</translation>
    </message>
    <message>
        <source>Lock waits</source>
        <translation>락 대기</translation>
    </message>
    <message>
        <source>Times its lock was found taken.</source>
        <translation>락이 이미 잡혀 있던 횟수입니다.</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>넘겨받음</translation>
    </message>
    <message>
        <source>Times the lock was taken over from a holder who had died, and told so.</source>
        <translation>죽은 소유자에게서 그 사실을 알고 락을 넘겨받은 횟수입니다.</translation>
    </message>
    <message>
        <source>Time it ran a thread of this run.</source>
        <translation>이 실행의 스레드를 실행한 시간입니다.</translation>
    </message>
    <message>
        <source>Switches from one thread of this run directly to another.</source>
        <translation>이 실행의 한 스레드에서 다른 스레드로 바로 넘어간 문맥 교환입니다.</translation>
    </message>
    <message>
        <source>Time those switches took.</source>
        <translation>그 문맥 교환에 든 시간입니다.</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>How many intervals of running and switching are known of it.</source>
        <translation>알려진 실행 구간과 문맥 교환 구간의 수입니다.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>Time from letting everybody go to the end of the last process.</source>
        <translation>모두 출발시킨 때부터 마지막 프로세스가 끝날 때까지의 시간입니다.</translation>
    </message>
    <message>
        <source>By the clock of the machine (CLOCK_MONOTONIC).</source>
        <translation>컴퓨터의 시계(CLOCK_MONOTONIC)로 잽니다.</translation>
    </message>
    <message>
        <source>Records lost</source>
        <translation>잃어버린 기록</translation>
    </message>
    <message>
        <source>Switch records the kernel dropped.</source>
        <translation>커널이 버린 문맥 교환 기록입니다.</translation>
    </message>
    <message>
        <source>Wake-ups lost</source>
        <translation>잃어버린 깨움 기록</translation>
    </message>
    <message>
        <source>Records of wake-ups the kernel dropped.</source>
        <translation>커널이 버린 깨움 기록입니다.</translation>
    </message>
    <message>
        <source>Samples dropped</source>
        <translation>버린 표본</translation>
    </message>
    <message>
        <source>Samples this program was too slow to take.</source>
        <translation>이 프로그램이 느려서 가져오지 못한 표본입니다.</translation>
    </message>
    <message>
        <source>CPU of the sampler</source>
        <translation>표본 스레드의 CPU</translation>
    </message>
    <message>
        <source>CPU time the sampling thread itself used.</source>
        <translation>표본을 얻는 스레드 자신이 쓴 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>Done while observed</source>
        <translation>관측 중의 작업량</translation>
    </message>
    <message>
        <source>What the run did observed, of what it does unobserved.</source>
        <translation>관측하지 않을 때에 대해 관측할 때 한 작업의 비율입니다.</translation>
    </message>
    <message>
        <source>From short runs with and without observation; not known where nobody has made them.</source>
        <translation>관측하거나 하지 않은 짧은 실행들에서 얻습니다. 그런 실행을 하지 않았으면 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Tasks not kept</source>
        <translation>보관하지 않은 태스크</translation>
    </message>
    <message>
        <source>Processes and threads born beyond the first 20,000.</source>
        <translation>처음 20,000개를 넘어 생긴 프로세스와 스레드입니다.</translation>
    </message>
    <message>
        <source>Switches from one thread of this run directly to another, on all processors.</source>
        <translation>모든 프로세서에서 이 실행의 한 스레드에서 다른 스레드로 바로 넘어간 문맥 교환입니다.</translation>
    </message>
    <message>
        <source>Running at once</source>
        <translation>동시에 실행</translation>
    </message>
    <message>
        <source>Processes and threads that ran at once, mean over time.</source>
        <translation>동시에 실행된 프로세스와 스레드의 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Running at once, most</source>
        <translation>동시에 실행, 최대</translation>
    </message>
    <message>
        <source>The most that ran at once, over a tenth of a second.</source>
        <translation>0.1초 동안 동시에 실행된 가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Ready queue</source>
        <translation>준비 큐</translation>
    </message>
    <message>
        <source>Processes and threads that were ready, mean over time.</source>
        <translation>준비 상태였던 프로세스와 스레드의 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Ready queue, longest</source>
        <translation>준비 큐, 최장</translation>
    </message>
    <message>
        <source>The most that were ready, over a tenth of a second.</source>
        <translation>0.1초 동안 준비 상태였던 가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Wait queues</source>
        <translation>대기 큐</translation>
    </message>
    <message>
        <source>Processes and threads that waited, mean over time.</source>
        <translation>기다리던 프로세스와 스레드의 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Wait queues, longest</source>
        <translation>대기 큐, 최장</translation>
    </message>
    <message>
        <source>The most that waited, over a tenth of a second.</source>
        <translation>0.1초 동안 기다리던 가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Running or ready</source>
        <translation>실행 또는 준비</translation>
    </message>
    <message>
        <source>Processes and threads that were running or ready, which samples do not tell apart, mean over time.</source>
        <translation>실행 중이거나 준비된 프로세스와 스레드의 시간에 대한 평균입니다. 표본은 둘을 구별하지 못합니다.</translation>
    </message>
    <message>
        <source>Running or ready, most</source>
        <translation>실행 또는 준비, 최대</translation>
    </message>
    <message>
        <source>The most that were running or ready, over a tenth of a second.</source>
        <translation>0.1초 동안 실행 중이거나 준비된 가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Counted by the networks that send over the link, in shared memory; not known where none does.</source>
        <translation>링크로 보내는 네트워크가 공유 메모리에서 셉니다. 그런 네트워크가 없으면 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Taken by the network</source>
        <translation>네트워크가 받음</translation>
    </message>
    <message>
        <source>Messages a network has taken to pass them on over this link.</source>
        <translation>이 링크로 전달하려고 네트워크가 받은 메시지입니다.</translation>
    </message>
    <message>
        <source>Dropped on purpose</source>
        <translation>일부러 버림</translation>
    </message>
    <message>
        <source>Messages a network has dropped on purpose instead of passing them on over this link.</source>
        <translation>네트워크가 이 링크로 전달하지 않고 일부러 버린 메시지입니다.</translation>
    </message>
    <message>
        <source>Repeated on purpose</source>
        <translation>일부러 두 번 보냄</translation>
    </message>
    <message>
        <source>Messages a network has sent over this link once more, on purpose.</source>
        <translation>네트워크가 이 링크로 일부러 한 번 더 보낸 메시지입니다.</translation>
    </message>
    <message>
        <source>Delayed on purpose</source>
        <translation>일부러 늦춤</translation>
    </message>
    <message>
        <source>Messages a network has kept for a time, on purpose, before it passed them on over this link.</source>
        <translation>네트워크가 이 링크로 전달하기 전에 일부러 잠시 붙잡아 둔 메시지입니다.</translation>
    </message>
    <message>
        <source>Reordered on purpose</source>
        <translation>일부러 순서 바꿈</translation>
    </message>
    <message>
        <source>Messages a network has passed on over this link after one that it had taken later.</source>
        <translation>나중에 받은 메시지보다 늦게 네트워크가 이 링크로 전달한 메시지입니다.</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>붙잡아 둠</translation>
    </message>
    <message>
        <source>Messages of a byte stream that were due and that a network has held back behind one that was not.</source>
        <translation>바이트 스트림에서, 보낼 때가 되었지만 아직 때가 되지 않은 메시지 뒤에 네트워크가 붙잡아 둔 메시지입니다.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Messages sent for the calls: one that is not answered may be sent again.</source>
        <translation>호출을 위해 보낸 메시지입니다. 응답이 없으면 다시 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Calls given up</source>
        <translation>포기한 호출</translation>
    </message>
    <message>
        <source>Asked of the server&apos;s listening socket (TCP_INFO, sock_diag) some times a second; other ends have none.</source>
        <translation>초당 몇 번씩 서버의 리스닝 소켓에 묻습니다(TCP_INFO, sock_diag). 다른 끝에는 없습니다.</translation>
    </message>
    <message>
        <source>The difference of TcpExt in /proc/net/netstat, read once a second; other processes of the system count as well.</source>
        <translation>/proc/net/netstat의 TcpExt 값의 차이로, 1초에 한 번 읽습니다. 시스템의 다른 프로세스도 함께 셉니다.</translation>
    </message>
    <message>
        <source>Counted by the server itself, in all its threads and processes; not known of an end that is none.</source>
        <translation>서버가 자신의 모든 스레드와 프로세스에서 스스로 셉니다. 서버가 아닌 끝에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s smaps_rollup in /proc, read twice a second at most; not known of an end that is none.</source>
        <translation>/proc에 있는 서버의 smaps_rollup으로, 많아야 1초에 두 번 읽습니다. 서버가 아닌 끝에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Waiting to be accepted</source>
        <translation>수락 대기</translation>
    </message>
    <message>
        <source>Connections that are complete and wait for the server to take them in. Where each of its processes has a listening socket of its own (pre-forked ones over TCP): those at the first.</source>
        <translation>이루어졌지만 서버가 받아들이기를 기다리는 연결입니다. 서버의 프로세스마다 수신 대기 소켓이 따로 있으면(TCP의 사전 포크 프로세스) 첫 소켓의 것입니다.</translation>
    </message>
    <message>
        <source>Waiting to be accepted, most</source>
        <translation>수락 대기, 최대</translation>
    </message>
    <message>
        <source>The most that were seen to wait to be accepted.</source>
        <translation>수락을 기다리는 것이 보인 가장 많은 연결의 수입니다.</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>백로그</translation>
    </message>
    <message>
        <source>The backlog of the listening socket, as the system has cut it: one more may wait.</source>
        <translation>시스템이 줄인 뒤의 리스닝 소켓의 백로그입니다. 하나가 더 기다릴 수 있습니다.</translation>
    </message>
    <message>
        <source>In TIME_WAIT</source>
        <translation>TIME_WAIT 상태</translation>
    </message>
    <message>
        <source>Connections over the server&apos;s port that are closed and that TCP keeps for a minute, lest late segments of theirs reach another.</source>
        <translation>서버의 포트를 쓰다가 닫힌 연결로, 늦게 온 세그먼트가 다른 연결에 닿지 않도록 TCP가 1분 동안 남겨 둔 것입니다.</translation>
    </message>
    <message>
        <source>Asked of the kernel (sock_diag) once a second; of TCP alone.</source>
        <translation>1초에 한 번 커널에 묻습니다(sock_diag). TCP에만 있습니다.</translation>
    </message>
    <message>
        <source>Accept queue overflows (system)</source>
        <translation>수락 큐 넘침 (시스템)</translation>
    </message>
    <message>
        <source>Times a connection found an accept queue full, in the whole system, since the run began.</source>
        <translation>실행이 시작된 뒤 시스템 전체에서 연결이 가득 찬 수락 큐를 만난 횟수입니다.</translation>
    </message>
    <message>
        <source>Dropped at listening (system)</source>
        <translation>리스닝 소켓에서 버려짐 (시스템)</translation>
    </message>
    <message>
        <source>Requests to connect that were dropped at a listening socket, in the whole system, since the run began.</source>
        <translation>실행이 시작된 뒤 시스템 전체에서 리스닝 소켓이 버린 연결 요청의 수입니다.</translation>
    </message>
    <message>
        <source>Wake-ups</source>
        <translation>깨어남</translation>
    </message>
    <message>
        <source>Waits of the server that ended because something had come.</source>
        <translation>무엇인가 와서 끝난 서버의 기다림입니다.</translation>
    </message>
    <message>
        <source>Wake-ups in vain</source>
        <translation>헛되이 깨어남</translation>
    </message>
    <message>
        <source>Wake-ups that found nothing left to do: another had been woken too, and was first.</source>
        <translation>깨어났지만 할 일이 남아 있지 않은 횟수입니다. 함께 깨어난 다른 쪽이 먼저 했습니다.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Descriptors that were reported ready, or completions.</source>
        <translation>준비되었다고 알려진 파일 디스크립터 또는 완료의 수입니다.</translation>
    </message>
    <message>
        <source>Calls to wait</source>
        <translation>기다리는 호출</translation>
    </message>
    <message>
        <source>System calls to wait, and to say what to wait for.</source>
        <translation>기다리거나 무엇을 기다릴지 알리는 시스템 호출입니다.</translation>
    </message>
    <message>
        <source>Calls to work</source>
        <translation>일하는 호출</translation>
    </message>
    <message>
        <source>System calls to accept, receive, send and close.</source>
        <translation>수락하고 받고 보내고 닫는 시스템 호출입니다.</translation>
    </message>
    <message>
        <source>Descriptors looked at</source>
        <translation>살펴본 파일 디스크립터</translation>
    </message>
    <message>
        <source>Descriptors that calls to wait looked at one by one, whether anything had come or not.</source>
        <translation>무엇이 왔든 오지 않았든 기다리는 호출이 하나씩 살펴본 파일 디스크립터의 수입니다.</translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation>기다리는 대상</translation>
    </message>
    <message>
        <source>Descriptors that are waited for.</source>
        <translation>기다리는 파일 디스크립터의 수입니다.</translation>
    </message>
    <message>
        <source>Waited for, most</source>
        <translation>기다리는 대상, 최대</translation>
    </message>
    <message>
        <source>The most descriptors that were waited for at once.</source>
        <translation>한꺼번에 기다린 가장 많은 파일 디스크립터의 수입니다.</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>받아들임</translation>
    </message>
    <message>
        <source>Connections that were accepted.</source>
        <translation>받아들인 연결입니다.</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>돌려보냄</translation>
    </message>
    <message>
        <source>Connections closed as they came: no descriptor, thread or process was left for them.</source>
        <translation>오자마자 닫은 연결입니다. 맡을 파일 디스크립터나 스레드, 프로세스가 남아 있지 않았습니다.</translation>
    </message>
    <message>
        <source>Hung up on</source>
        <translation>끊음</translation>
    </message>
    <message>
        <source>Connections that were closed for a reason, which the events say.</source>
        <translation>이유가 있어 닫은 연결로, 이유는 사건 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Own memory, alone</source>
        <translation>자체 메모리, 혼자일 때</translation>
    </message>
    <message>
        <source>Memory that is the server&apos;s own, before anybody had connected.</source>
        <translation>아무도 연결하기 전 서버 자신만의 메모리입니다.</translation>
    </message>
    <message>
        <source>Own memory, most</source>
        <translation>자체 메모리, 최대</translation>
    </message>
    <message>
        <source>The most memory that was the server&apos;s own, with that of processes it has forked to serve.</source>
        <translation>서버 자신만의 메모리의 최댓값으로, 서버가 fork한 프로세스의 것도 더합니다.</translation>
    </message>
    <message>
        <source>Memory a connection</source>
        <translation>연결당 메모리</translation>
    </message>
    <message>
        <source>What its own memory has grown by, divided among the most connections at once; what the kernel keeps of them is not in it.</source>
        <translation>자체 메모리가 늘어난 만큼을 한꺼번에 있었던 가장 많은 연결로 나눈 값입니다. 커널이 연결마다 갖는 메모리는 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>CPU a request</source>
        <translation>요청당 CPU</translation>
    </message>
    <message>
        <source>System calls a request</source>
        <translation>요청당 시스템 호출</translation>
    </message>
    <message>
        <source>Wake-ups a request</source>
        <translation>요청당 깨어남</translation>
    </message>
    <message>
        <source>Looked at a request</source>
        <translation>요청당 살펴봄</translation>
    </message>
    <message>
        <source>From the CPU clocks of the processes (clock_getcpuclockid), read by the server; not known of an end that is none.</source>
        <translation>서버가 읽은 프로세스들의 CPU 시계(clock_getcpuclockid)에서 옵니다. 서버가 아닌 끝에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Requests reckoned with</source>
        <translation>셈에 넣은 요청</translation>
    </message>
    <message>
        <source>Requests between the first and the newest, which the following figures are divided among; neither opening nor closing connections is in them.</source>
        <translation>첫 요청과 가장 새로운 요청 사이의 요청으로, 다음 수치들은 이것으로 나눈 값입니다. 연결을 열고 닫는 일은 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>CPU time of the server&apos;s threads and of processes it has forked, a request.</source>
        <translation>요청 하나에 든, 서버의 스레드와 서버가 fork한 프로세스의 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>System calls of the server, a request.</source>
        <translation>요청 하나에 든 서버의 시스템 호출입니다.</translation>
    </message>
    <message>
        <source>Wake-ups of the server, a request.</source>
        <translation>요청 하나에 서버가 깨어난 횟수입니다.</translation>
    </message>
    <message>
        <source>Descriptors that were looked at, a request.</source>
        <translation>요청 하나에 살펴본 파일 디스크립터의 수입니다.</translation>
    </message>
    <message>
        <source>Calls whose caller no longer waits for an answer.</source>
        <translation>호출자가 더는 응답을 기다리지 않는 호출입니다.</translation>
    </message>
    <message>
        <source>Segments with data (TCP)</source>
        <translation>데이터 세그먼트(TCP)</translation>
    </message>
    <message>
        <source>Segments with data that the senders&apos; TCP has sent: a small message is one, or one for each write it was handed over by.</source>
        <translation>송신자의 TCP가 보낸 데이터가 있는 세그먼트: 작은 메시지는 하나이거나, 나누어 넘긴 쓰기마다 하나입니다.</translation>
    </message>
    <message>
        <source>Bare acknowledgements (TCP)</source>
        <translation>데이터 없는 확인 응답(TCP)</translation>
    </message>
    <message>
        <source>Segments without data that came back to the senders: acknowledgements that found no answer to ride on, in time or at all.</source>
        <translation>송신자에게 돌아온 데이터 없는 세그먼트: 제때 또는 아예 실려 갈 응답을 만나지 못한 확인 응답.</translation>
    </message>
    <message>
        <source>Datagrams dropped</source>
        <translation>버린 데이터그램</translation>
    </message>
    <message>
        <source>Datagrams that were no request of this run, for a reason, which the events say.</source>
        <translation>이 실행의 요청이 아니어서 버린 데이터그램입니다. 까닭은 사건 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Answers without room</source>
        <translation>자리가 없던 응답</translation>
    </message>
    <message>
        <source>Answers that the system did not take: a datagram is not kept until there is room.</source>
        <translation>시스템이 받지 않은 응답입니다. 데이터그램은 자리가 날 때까지 두지 않습니다.</translation>
    </message>
    <message>
        <source>Read from shared memory with every sample; of each tenth of a second its mean.</source>
        <translation>표본마다 공유 메모리에서 읽으며, 0.1초마다의 평균입니다.</translation>
    </message>
    <message>
        <source>The growth of what its parties have counted in shared memory, over each tenth of a second.</source>
        <translation>참여하는 프로세스들이 공유 메모리에서 센 값이 0.1초마다 늘어난 양입니다.</translation>
    </message>
    <message>
        <source>Waiters</source>
        <translation>대기자</translation>
    </message>
    <message>
        <source>Processes that waited for it at once: for its lock, their turn or the other parties; of the run, their mean over time.</source>
        <translation>동시에 기다린 프로세스의 수입니다. 락이나 자기 차례, 다른 참가자를 기다립니다. 실행 전체의 값은 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Lock held</source>
        <translation>락 보유</translation>
    </message>
    <message>
        <source>Share of the time in which a process held the lock of a counter; of the run, its mean.</source>
        <translation>프로세스가 카운터의 락을 잡고 있던 시간의 비율입니다. 실행 전체의 값은 평균입니다.</translation>
    </message>
    <message>
        <source>Rounds/s</source>
        <translation>횟수/s</translation>
    </message>
    <message>
        <source>Updates of a counter, hand-offs of a token or arrivals at a barrier, per second, of all its parties together; of the run, their mean over time.</source>
        <translation>참여하는 모든 프로세스가 1초에 카운터를 갱신하거나 차례를 넘기거나 장벽(배리어)에 도착한 횟수입니다. 실행 전체의 값은 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Lock waits/s</source>
        <translation>락 대기/s</translation>
    </message>
    <message>
        <source>Times per second its lock was found taken; of the run, their mean over time.</source>
        <translation>1초에 락이 이미 잡혀 있던 횟수입니다. 실행 전체의 값은 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>사용률</translation>
    </message>
    <message>
        <source>Share of the time in which it was with threads of this run, switching between them included; of the run, its mean.</source>
        <translation>이 실행의 스레드가 프로세서를 쓴 시간의 비율로, 스레드 사이의 문맥 교환을 포함합니다. 실행 전체의 값은 평균입니다.</translation>
    </message>
    <message>
        <source>Direct switches/s</source>
        <translation>직접 문맥 교환/s</translation>
    </message>
    <message>
        <source>Switches per second from one thread of this run directly to another; of the run, their mean over time.</source>
        <translation>1초에 이 실행의 한 스레드에서 다른 스레드로 곧바로 넘어간 문맥 교환의 횟수입니다. 실행 전체의 값은 시간에 대한 평균입니다.</translation>
    </message>
    <message>
        <source>Load at the start</source>
        <translation>시작할 때의 부하</translation>
    </message>
    <message>
        <source>The system&apos;s load average of one minute when the run began: how many threads ran or were ready to, or waited for a disk.</source>
        <translation>실행이 시작될 때 시스템의 1분 평균 부하입니다. 실행 중이거나 준비 상태이거나 디스크를 기다리던 스레드의 수입니다.</translation>
    </message>
    <message>
        <source>From /proc/loadavg.</source>
        <translation>/proc/loadavg에서 읽습니다.</translation>
    </message>
    <message>
        <source>Load at the end</source>
        <translation>끝날 때의 부하</translation>
    </message>
    <message>
        <source>The same load average when the run had ended; the run itself is in it.</source>
        <translation>실행이 끝났을 때의 같은 평균 부하입니다. 실행 자신도 들어 있습니다.</translation>
    </message>
    <message>
        <source>CPU of others</source>
        <translation>다른 프로세스의 CPU</translation>
    </message>
    <message>
        <source>CPU time that other processes of this machine used during the run.</source>
        <translation>실행하는 동안 이 컴퓨터의 다른 프로세스가 쓴 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>From /proc/stat, which counts in steps of 10 ms, without what the run and this program used.</source>
        <translation>10 ms 단위로 세는 /proc/stat에서 실행과 이 프로그램이 쓴 것을 뺍니다.</translation>
    </message>
    <message>
        <source>Stolen</source>
        <translation>빼앗긴 시간</translation>
    </message>
    <message>
        <source>CPU time that the hypervisor gave to somebody else during the run.</source>
        <translation>실행하는 동안 하이퍼바이저가 다른 곳에 준 CPU 시간입니다.</translation>
    </message>
    <message>
        <source>From /proc/stat (steal); 0 on a machine that is not virtual.</source>
        <translation>/proc/stat(steal)에서 읽습니다. 가상 컴퓨터가 아니면 0입니다.</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>기계</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Results in short</source>
        <translation>결과 요약</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Shared objects</source>
        <translation>공유 객체</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>유의할 점</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Appendix: every figure</source>
        <translation>부록: 모든 수치</translation>
    </message>
    <message>
        <source>Appendix: the document</source>
        <translation>부록: 문서</translation>
    </message>
    <message>
        <source>Appendix: the data</source>
        <translation>부록: 데이터</translation>
    </message>
    <message>
        <source>Student report</source>
        <translation>학생 보고서</translation>
    </message>
    <message>
        <source>From the question to the verdicts, as it is handed in.</source>
        <translation>질문에서 판정까지, 제출하는 형식으로.</translation>
    </message>
    <message>
        <source>Mechanism comparison</source>
        <translation>IPC 방식 비교</translation>
    </message>
    <message>
        <source>What a sweep has decided first, then how it was measured.</source>
        <translation>스윕이 밝힌 것을 먼저, 그다음 측정한 방법을.</translation>
    </message>
    <message>
        <source>Plain result</source>
        <translation>결과만</translation>
    </message>
    <message>
        <source>Everything that was measured, without a question.</source>
        <translation>측정한 모든 것을 질문 없이.</translation>
    </message>
    <message>
        <source>How the processes spent their time.</source>
        <translation>프로세스가 시간을 쓴 내역.</translation>
    </message>
    <message>
        <source>What the processes cost, and how they ended.</source>
        <translation>프로세스가 쓴 자원과 종료.</translation>
    </message>
    <message>
        <source>What the links carried.</source>
        <translation>링크가 전달한 것.</translation>
    </message>
    <message>
        <source>How long messages took.</source>
        <translation>메시지에 걸린 시간.</translation>
    </message>
    <message>
        <source>How full the links were, and what they cost.</source>
        <translation>링크가 얼마나 찼고 비용은 얼마인지.</translation>
    </message>
    <message>
        <source>The shared objects.</source>
        <translation>공유 객체.</translation>
    </message>
</context>
<context>
    <name>sentence</name>
    <message>
        <source>1 process that others of the run had left running was killed</source>
        <translation>실행의 다른 프로세스가 남겨 둔 프로세스 1개를 강제 종료했습니다</translation>
    </message>
    <message>
        <source>{count} processes that others of the run had left running were killed</source>
        <translation>실행의 다른 프로세스가 남겨 둔 프로세스 {count}개를 강제 종료했습니다</translation>
    </message>
    <message>
        <source>1 process of the run could not be ended: the system does not let go of it</source>
        <translation>실행의 프로세스 1개를 끝내지 못했습니다. 시스템이 놓아주지 않습니다</translation>
    </message>
    <message>
        <source>{count} processes of the run could not be ended: the system does not let go of them</source>
        <translation>실행의 프로세스 {count}개를 끝내지 못했습니다. 시스템이 놓아주지 않습니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: capacity in bytes {asked} was asked for, the system gave {given}</source>
        <translation>링크 &quot;{link}&quot;: 용량 {asked}바이트를 요청했고 시스템은 {given}바이트를 주었습니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: capacity in bytes {asked} was asked for, what the system gave is not known</source>
        <translation>링크 &quot;{link}&quot;: 용량 {asked}바이트를 요청했고 시스템이 준 용량은 알 수 없습니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: capacity in messages {asked} was asked for, the system gave {given}</source>
        <translation>링크 &quot;{link}&quot;: 메시지 {asked}개의 용량을 요청했고 시스템은 {given}개를 주었습니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: capacity in messages {asked} was asked for, what the system gave is not known</source>
        <translation>링크 &quot;{link}&quot;: 메시지 {asked}개의 용량을 요청했고 시스템이 준 용량은 알 수 없습니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: its mechanism knows no priorities, those asked for have no effect</source>
        <translation>링크 &quot;{link}&quot;: 이 방식에는 우선순위가 없어 요청한 우선순위는 효과가 없습니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot;: nice {asked} was asked for, the system gave {given}</source>
        <translation>프로세스 &quot;{process}&quot;: 나이스 {asked}을(를) 요청했고 시스템은 {given}을(를) 주었습니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot;: cpus {asked} was asked for, the system gave {given}</source>
        <translation>프로세스 &quot;{process}&quot;: 프로세서 {asked}을(를) 요청했고 시스템은 {given}을(를) 주었습니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot;: nice {asked} was refused: {why}</source>
        <translation>프로세스 &quot;{process}&quot;: 나이스 {asked}이(가) 거부되었습니다: {why}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot;: cpus {asked} was refused: {why}</source>
        <translation>프로세스 &quot;{process}&quot;: 프로세서 {asked}이(가) 거부되었습니다: {why}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; has told {count} facts; the rest is left out</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 사실 {count}개를 알렸습니다. 나머지는 생략합니다</translation>
    </message>
    <message>
        <source>process {pid} ({name}) has gained rights by its program (set-user-ID, or not readable): the kernel&apos;s switch records of it end there; sampled from then on</source>
        <translation>프로세스 {pid}({name})이(가) 프로그램을 통해 권한을 얻었습니다(set-user-ID이거나 읽을 수 없음). 커널의 문맥 교환 기록은 거기서 끝나며 그때부터 표본으로 관측합니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; is a child of the window and not in the switch records; its states are sampled: {why}</source>
        <translation>프로세스 &quot;{process}&quot;은(는) 창의 자식이어서 문맥 교환 기록에 없습니다. 상태를 표본으로 관측합니다: {why}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot;: the kernel counted it as ready for {overcounted_s} s more than it can have been, having been seen asleep; they are left out</source>
        <translation>프로세스 &quot;{process}&quot;: 커널이 준비 시간을 실제로 가능한 것보다 {overcounted_s}초 더 셌습니다(그동안 잠든 것이 관측됨). 그만큼 뺐습니다</translation>
    </message>
    <message>
        <source>states are sampled, not exact: {why}</source>
        <translation>상태가 정확하지 않고 표본으로 관측됩니다: {why}</translation>
    </message>
    <message>
        <source>the switch records cannot be read: {why}</source>
        <translation>문맥 교환 기록을 읽을 수 없습니다: {why}</translation>
    </message>
    <message>
        <source>the window did not take over the switch records in time: the beginning of the run is missing</source>
        <translation>창이 문맥 교환 기록을 제때 넘겨받지 못했습니다. 실행의 처음 부분이 없습니다</translation>
    </message>
    <message>
        <source>nothing more is measured: {why}</source>
        <translation>더는 측정되지 않습니다: {why}</translation>
    </message>
    <message>
        <source>not all that dead runs have left was removed: {why}</source>
        <translation>비정상 종료된 실행이 남긴 것을 모두 지우지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>the launcher did not understand a message: {why}</source>
        <translation>런처가 메시지를 이해하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>a message of the launcher was not understood: {why}</source>
        <translation>런처의 메시지를 이해하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>not an object with a &quot;type&quot;</source>
        <translation>&quot;type&quot;이 있는 객체가 아님</translation>
    </message>
    <message>
        <source>unknown type &quot;{type}&quot;</source>
        <translation>알 수 없는 유형 &quot;{type}&quot;</translation>
    </message>
    <message>
        <source>this recording is of an older version: CPU time, switches and memory of a process are with those of its descendants, throughput is taken from the start of the run, and how long switches took is not known</source>
        <translation>이 기록은 이전 버전의 것입니다. 프로세스의 CPU 시간, 문맥 교환 횟수, 메모리에는 자손의 것이 포함되어 있고, 처리율은 실행 시작부터 잰 것이며, 문맥 교환에 걸린 시간은 알 수 없습니다</translation>
    </message>
    <message>
        <source>the recording was cut off before the run had begun</source>
        <translation>실행이 시작되기 전에 기록이 끊겼습니다</translation>
    </message>
    <message>
        <source>the recording was cut off {time_s} s after the start of the run: totals are those of its rows until then; of processes that were alive, memory is the largest sample</source>
        <translation>실행이 시작된 지 {time_s}초 만에 기록이 끊겼습니다. 합계는 그때까지의 행으로 구했고, 살아 있던 프로세스의 메모리는 가장 큰 표본입니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: an end is a foreign command; messages {messages_why}, bytes {bytes_why}</source>
        <translation>링크 &quot;{link}&quot;: 한쪽 끝이 외부 명령입니다. 메시지 수: {messages_why}; 바이트 수: {bytes_why}</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: messages lost: {lost}, duplicated: {duplicated}, reordered: {reordered}, corrupted: {corrupted}</source>
        <translation>링크 &quot;{link}&quot;: 메시지 손실 {lost}, 중복 {duplicated}, 순서 바뀜 {reordered}, 손상 {corrupted}</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: {count} messages within {active_ms} ms of {duration_s} s: its throughput is that of a burst</source>
        <translation>링크 &quot;{link}&quot;: {duration_s}초 가운데 {active_ms} ms 동안 메시지 {count}개가 지나갔습니다. 처리율은 그 짧은 동안의 값입니다</translation>
    </message>
    <message>
        <source>shared &quot;{object}&quot;: of {all} updates {lost} were lost: others stored between a load and its store</source>
        <translation>공유 객체 &quot;{object}&quot;: 갱신 {all}번 가운데 {lost}번이 사라졌습니다. 읽기와 쓰기 사이에 다른 프로세스가 썼습니다</translation>
    </message>
    <message>
        <source>shared &quot;{object}&quot;: once a process was past the barrier before all had arrived</source>
        <translation>공유 객체 &quot;{object}&quot;: 모두 도착하기 전에 한 프로세스가 장벽(배리어)을 한 번 지났습니다</translation>
    </message>
    <message>
        <source>shared &quot;{object}&quot;: {count} times a process was past the barrier before all had arrived</source>
        <translation>공유 객체 &quot;{object}&quot;: 모두 도착하기 전에 프로세스가 장벽(배리어)을 {count}번 지났습니다</translation>
    </message>
    <message>
        <source>process states were observed &quot;{level}&quot; instead of &quot;{asked}&quot;</source>
        <translation>프로세스 상태를 &quot;{asked}&quot; 대신 &quot;{level}&quot; 수준으로 관측했습니다</translation>
    </message>
    <message>
        <source>process states were observed &quot;{level}&quot; instead of &quot;{asked}&quot;: {why}</source>
        <translation>프로세스 상태를 &quot;{asked}&quot; 대신 &quot;{level}&quot; 수준으로 관측했습니다: {why}</translation>
    </message>
    <message>
        <source>1 switch record was lost: the states of that moment are unknown</source>
        <translation>문맥 교환 기록 1개를 잃었습니다. 그 순간의 상태는 알 수 없습니다</translation>
    </message>
    <message>
        <source>{count} switch records were lost: the states of those moments are unknown</source>
        <translation>문맥 교환 기록 {count}개를 잃었습니다. 그 순간들의 상태는 알 수 없습니다</translation>
    </message>
    <message>
        <source>1 sample was dropped because this program was too slow to take it</source>
        <translation>이 프로그램이 제때 받지 못해 표본 1개를 버렸습니다</translation>
    </message>
    <message>
        <source>{count} samples were dropped because this program was too slow to take them</source>
        <translation>이 프로그램이 제때 받지 못해 표본 {count}개를 버렸습니다</translation>
    </message>
    <message>
        <source>the machine disturbed this run: other processes used {others} of a CPU, the hypervisor took {stolen} of one</source>
        <translation>컴퓨터의 다른 일이 이 실행을 방해했습니다. 다른 프로세스가 CPU 하나의 {others}을(를) 썼고 하이퍼바이저가 {stolen}을(를) 가져갔습니다</translation>
    </message>
    <message>
        <source>interrupted twice: the processes were killed, the figures end early</source>
        <translation>두 번 중단되어 프로세스를 강제 종료했으며 수치가 일찍 끝납니다</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>셈</translation>
    </message>
    <message>
        <source>counted by the sender</source>
        <translation>송신자가 셈</translation>
    </message>
    <message>
        <source>by /proc/PID/io</source>
        <translation>/proc/PID/io</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>not known: what the command {process} writes are no messages of ipclab</source>
        <translation>알 수 없음: 명령 {process}이(가) 쓰는 것은 ipclab의 메시지가 아닙니다</translation>
    </message>
    <message>
        <source>not known: both ends are commands, which count no messages</source>
        <translation>알 수 없음: 양 끝이 메시지를 세지 않는 명령입니다</translation>
    </message>
    <message>
        <source>not known: the command {process} does not tell when it has received</source>
        <translation>알 수 없음: 명령 {process}은(는) 언제 받았는지 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>not known: /proc/PID/io does not tell the links of a command apart</source>
        <translation>알 수 없음: /proc/PID/io는 한 명령의 링크들을 구별하지 않습니다</translation>
    </message>
    <message>
        <source>not known: it is used without read and write, which /proc/PID/io counts</source>
        <translation>알 수 없음: /proc/PID/io가 세는 read와 write 없이 쓰입니다</translation>
    </message>
    <message>
        <source>not known: /proc/PID/io of the commands cannot be read</source>
        <translation>알 수 없음: 명령들의 /proc/PID/io를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>not known: no message with its send time has arrived</source>
        <translation>알 수 없음: 송신 시각이 있는 메시지가 도착하지 않았습니다</translation>
    </message>
    <message>
        <source>switch events (perf_event_open, a dummy software event with context-switch records): {error_why}; kernel.perf_event_paranoid = {level}. {remedy_why}</source>
        <translation>문맥 교환 이벤트(perf_event_open, 문맥 교환 기록을 담은 빈 소프트웨어 이벤트): {error_why}; kernel.perf_event_paranoid = {level}. {remedy_why}</translation>
    </message>
    <message>
        <source>switch events (perf_event_open, a dummy software event with context-switch records): {error_why}; kernel.perf_event_paranoid is not readable. {remedy_why}</source>
        <translation>문맥 교환 이벤트(perf_event_open, 문맥 교환 기록을 담은 빈 소프트웨어 이벤트): {error_why}; kernel.perf_event_paranoid를 읽을 수 없습니다. {remedy_why}</translation>
    </message>
    <message>
        <source>{variable}={value} stands for: {why}</source>
        <translation>{variable}={value}이(가) 대신하는 상황: {why}</translation>
    </message>
    <message>
        <source>switch events are not used because {variable} is in the environment, as on a system that forbids them. Remove it.</source>
        <translation>환경 변수 {variable}이(가) 있어, 금지된 시스템에서처럼 문맥 교환 이벤트를 쓰지 않습니다. 변수를 지우세요.</translation>
    </message>
    <message>
        <source>This kernel was built without performance events.</source>
        <translation>이 커널은 성능 이벤트 없이 만들어졌습니다.</translation>
    </message>
    <message>
        <source>Raise the limit of open files (ulimit -n): one is needed per CPU.</source>
        <translation>열린 파일의 한도를 높이세요(ulimit -n). CPU마다 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>The kernel may be older than 4.17; see perf_event_open(2).</source>
        <translation>커널이 4.17보다 오래되었을 수 있습니다. perf_event_open(2)을 보세요.</translation>
    </message>
    <message>
        <source>Allow it with: sysctl kernel.perf_event_paranoid=2 (lasting: a line in /etc/sysctl.d), or give the launcher alone the right (`ipclab doctor` has the command: setcap cap_perfmon=ep).</source>
        <translation>허용하려면 sysctl kernel.perf_event_paranoid=2를 실행하거나(계속 유지하려면 /etc/sysctl.d에 한 줄) 런처에만 권한을 주세요(`ipclab doctor`가 명령을 알려 줍니다: setcap cap_perfmon=ep).</translation>
    </message>
    <message>
        <source>At this level it should be allowed: a container&apos;s seccomp filter or a security module forbids it; run outside the container, or give the launcher alone the right (`ipclab doctor` has the command: setcap cap_perfmon=ep).</source>
        <translation>이 수준에서는 허용되어야 합니다. 컨테이너의 seccomp 필터나 보안 모듈이 금지합니다. 컨테이너 밖에서 실행하거나 런처에만 권한을 주세요(`ipclab doctor`가 명령을 알려 줍니다: setcap cap_perfmon=ep).</translation>
    </message>
    <message>
        <source>wake-ups (the tracepoint sched:sched_waking): {error_why}. {remedy_why}</source>
        <translation>깨움 기록(트레이스포인트 sched:sched_waking): {error_why}. {remedy_why}</translation>
    </message>
    <message>
        <source>Make it readable: mount -t tracefs nodev /sys/kernel/tracing, as root.</source>
        <translation>읽을 수 있게 하세요. 루트로 mount -t tracefs nodev /sys/kernel/tracing을 실행합니다.</translation>
    </message>
    <message>
        <source>It takes root, or CAP_PERFMON and a readable /sys/kernel/tracing.</source>
        <translation>루트이거나, CAP_PERFMON과 읽을 수 있는 /sys/kernel/tracing이 필요합니다.</translation>
    </message>
    <message>
        <source>the descriptors could not be handed over: {why}</source>
        <translation>파일 디스크립터를 넘길 수 없었습니다: {why}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <source>the file cannot be read: {why}</source>
        <translation>파일을 읽을 수 없습니다: {why}</translation>
    </message>
    <message>
        <source>this is a folder, a file was expected</source>
        <translation>파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>this is a device, a file was expected</source>
        <translation>파일이 아니라 장치입니다</translation>
    </message>
    <message>
        <source>nothing comes from it: this is no regular file, and whoever writes to it is silent</source>
        <translation>아무것도 오지 않습니다. 일반 파일이 아니고, 쓰는 쪽이 아무것도 쓰지 않습니다</translation>
    </message>
    <message>
        <source>this is a pipe, and nobody writes to it</source>
        <translation>파이프인데 쓰는 쪽이 없습니다</translation>
    </message>
    <message>
        <source>{path}: the file cannot be written: {why}</source>
        <translation>{path}: 파일을 쓸 수 없습니다: {why}</translation>
    </message>
    <message>
        <source>there is a folder of this name</source>
        <translation>이 이름의 폴더가 있음</translation>
    </message>
    <message>
        <source>this is no regular file</source>
        <translation>일반 파일이 아님</translation>
    </message>
    <message>
        <source>{why}. Free some space, or choose another folder</source>
        <translation>{why}. 공간을 비우거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>{why}. A limit on the size of files is in force (ulimit -f)</source>
        <translation>{why}. 파일 크기의 한도가 걸려 있습니다(ulimit -f)</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; failed: {why}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 실패했습니다: {why}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; failed: {why}; its last words: {words}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 실패했습니다: {why}; 마지막 출력: {words}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; could not be launched: {why}</source>
        <translation>프로세스 &quot;{process}&quot;을(를) 시작하지 못했습니다: {why}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; could not be launched: {why}; its last words: {words}</source>
        <translation>프로세스 &quot;{process}&quot;을(를) 시작하지 못했습니다: {why}; 마지막 출력: {words}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; ended with exit {code}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) exit {code}(으)로 끝났습니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; ended with exit {code}: {words}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) exit {code}(으)로 끝났습니다: {words}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; was ended by {signal}, which nobody of this run has sent</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 이 실행에서 아무도 보내지 않은 {signal}(으)로 종료되었습니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; was ended by {signal}, which nobody of this run has sent: {words}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 이 실행에서 아무도 보내지 않은 {signal}(으)로 종료되었습니다: {words}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; ended with exit {code}, and must succeed</source>
        <translation>프로세스 &quot;{process}&quot;이(가) exit {code}(으)로 끝났지만 성공해야 합니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; ended with exit {code}, and must succeed: {words}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) exit {code}(으)로 끝났지만 성공해야 합니다: {words}</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; was ended by {signal}, which nobody of this run has sent, and must succeed</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 이 실행에서 아무도 보내지 않은 {signal}(으)로 종료되었지만 성공해야 합니다</translation>
    </message>
    <message>
        <source>process &quot;{process}&quot; was ended by {signal}, which nobody of this run has sent, and must succeed: {words}</source>
        <translation>프로세스 &quot;{process}&quot;이(가) 이 실행에서 아무도 보내지 않은 {signal}(으)로 종료되었지만 성공해야 합니다: {words}</translation>
    </message>
    <message>
        <source>sending on link &quot;{link}&quot;: {why}</source>
        <translation>링크 &quot;{link}&quot;에 보내기: {why}</translation>
    </message>
    <message>
        <source>receiving from link &quot;{link}&quot;: {why}</source>
        <translation>링크 &quot;{link}&quot;에서 받기: {why}</translation>
    </message>
    <message>
        <source>{why}. Its limits.open_files is {limit}</source>
        <translation>{why}. 이 프로세스의 limits.open_files는 {limit}입니다</translation>
    </message>
    <message>
        <source>the worker plan names no known program: {why}</source>
        <translation>작업 프로세스의 계획에 있는 프로그램을 알 수 없음: {why}</translation>
    </message>
    <message>
        <source>half of what this system has room for: {count} more processes and threads</source>
        <translation>이 시스템에 남은 자리(프로세스와 스레드 {count}개)의 절반</translation>
    </message>
    <message>
        <source>the kernel was first</source>
        <translation>커널이 먼저 끝냈음</translation>
    </message>
    <message>
        <source>socket path {path} is longer than unix(7) allows ({most} bytes). Set XDG_RUNTIME_DIR to a shorter path</source>
        <translation>소켓 경로 {path}이(가) unix(7)가 허용하는 길이({most}바이트)보다 깁니다. XDG_RUNTIME_DIR을 더 짧은 경로로 정하세요</translation>
    </message>
    <message>
        <source>runtime folder {path} is not a private folder of this user (wanted: own, mode 0700). Remove it, or set XDG_RUNTIME_DIR to a private folder</source>
        <translation>런타임 폴더 {path}이(가) 이 사용자만의 폴더가 아닙니다(필요한 것: 소유자 본인, 모드 0700). 지우거나 XDG_RUNTIME_DIR을 자신만의 폴더로 정하세요</translation>
    </message>
    <message>
        <source>{what_why}; did you mean {meant}? Known: {known}</source>
        <translation>{what_why}. {meant}을(를) 쓰려던 것인가요? 쓸 수 있는 이름: {known}</translation>
    </message>
    <message>
        <source>{what_why}. Known: {known}</source>
        <translation>{what_why}. 쓸 수 있는 이름: {known}</translation>
    </message>
    <message>
        <source>{problem_why} (from --set {setting})</source>
        <translation>{problem_why} (--set {setting}에서)</translation>
    </message>
    <message>
        <source>--set {setting}: {problem_why}</source>
        <translation>--set {setting}: {problem_why}</translation>
    </message>
    <message>
        <source>{count} or more further problems are not listed. Mend these first</source>
        <translation>그 밖의 문제 {count}개 이상은 싣지 않았습니다. 먼저 이 문제들을 고치세요</translation>
    </message>
    <message>
        <source>found an object</source>
        <translation>찾은 값: 객체</translation>
    </message>
    <message>
        <source>found an empty array</source>
        <translation>찾은 값: 빈 배열</translation>
    </message>
    <message>
        <source>found an array of {count}</source>
        <translation>찾은 값: 원소 {count}개짜리 배열</translation>
    </message>
    <message>
        <source>found {value}</source>
        <translation>찾은 값: {value}</translation>
    </message>
    <message>
        <source>{found_why}, expected {expected_why}</source>
        <translation>{found_why}, 필요한 값: {expected_why}</translation>
    </message>
    <message>
        <source>{found_why}, expected {expected_why}: {meaning_why}</source>
        <translation>{found_why}, 필요한 값: {expected_why} — {meaning_why}</translation>
    </message>
    <message>
        <source>{found_why}, expected a word in quotation marks. Known: {known}: {meaning_why}</source>
        <translation>{found_why}, 필요한 값: 따옴표로 묶은 낱말 — {meaning_why}. 쓸 수 있는 낱말: {known}</translation>
    </message>
    <message>
        <source>this field is missing; expected {meaning_why}</source>
        <translation>이 필드가 없습니다. 필요한 값: {meaning_why}</translation>
    </message>
    <message>
        <source>there is no field {field} here</source>
        <translation>여기에는 {field} 필드가 없습니다</translation>
    </message>
    <message>
        <source>{problem_why}. Rename or remove it</source>
        <translation>{problem_why}. 이름을 바꾸거나 지우세요</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>{low}에서 {high}까지의 수</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>{low}에서 {high}까지의 정수</translation>
    </message>
    <message>
        <source>a text in quotation marks</source>
        <translation>따옴표로 묶은 글</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>an object, {form}</source>
        <translation>객체, {form}</translation>
    </message>
    <message>
        <source>an array, {form}, of {low} to {high}</source>
        <translation>원소 {low}~{high}개의 배열, {form}</translation>
    </message>
    <message>
        <source>a text, or an object with one per language</source>
        <translation>글 하나, 또는 언어마다 글이 하나씩 있는 객체</translation>
    </message>
    <message>
        <source>the name of a process, or an object with one</source>
        <translation>프로세스의 이름, 또는 그 이름이 든 객체</translation>
    </message>
    <message>
        <source>{schema}, the only version this ipclab reads. Update ipclab</source>
        <translation>{schema} (이 ipclab이 읽는 유일한 판입니다. ipclab을 갱신하세요)</translation>
    </message>
    <message>
        <source>{found_why}, expected {bytes}, {messages} or {unbounded}: how much the link may hold; without it the system&apos;s default</source>
        <translation>{found_why}, 필요한 값: {bytes}, {messages} 또는 {unbounded} — 링크가 담을 수 있는 양이며, 없으면 시스템의 기본값</translation>
    </message>
    <message>
        <source>found a text of {count} bytes, expected at most {most}. Shorten it</source>
        <translation>글이 {count}바이트이고 한도는 {most}바이트입니다. 줄이세요</translation>
    </message>
    <message>
        <source>found {language}, expected an ISO 639 code of a language, such as &quot;ko&quot;</source>
        <translation>찾은 값: {language}, 필요한 값: ISO 639 언어 코드(예: &quot;ko&quot;)</translation>
    </message>
    <message>
        <source>found a NUL character, which no argument can hold. Remove it</source>
        <translation>인수에 넣을 수 없는 NUL 문자가 있습니다. 지우세요</translation>
    </message>
    <message>
        <source>&quot;ipclab.experiment/1&quot;, the format of this document</source>
        <translation>이 문서의 형식 &quot;ipclab.experiment/1&quot;</translation>
    </message>
    <message>
        <source>its short name in small letters, digits and &apos;-&apos;</source>
        <translation>소문자, 숫자, &apos;-&apos;로 된 짧은 이름</translation>
    </message>
    <message>
        <source>the row of the curriculum, such as &quot;M2&quot;</source>
        <translation>교과 과정의 행(예: &quot;M2&quot;)</translation>
    </message>
    <message>
        <source>what it is about, so that this is shown first</source>
        <translation>무엇에 관한 실험인지: 그것을 먼저 보여 줍니다</translation>
    </message>
    <message>
        <source>its name for people</source>
        <translation>사람이 읽을 이름</translation>
    </message>
    <message>
        <source>what it is, in one sentence</source>
        <translation>무엇인지, 한 문장으로</translation>
    </message>
    <message>
        <source>what to look at, in two or three sentences</source>
        <translation>무엇을 볼지, 두세 문장으로</translation>
    </message>
    <message>
        <source>seconds the run lasts; without it, until every process has ended</source>
        <translation>실행 시간(초). 없으면 모든 프로세스가 끝날 때까지</translation>
    </message>
    <message>
        <source>the start of every random choice</source>
        <translation>모든 무작위 선택의 시작값</translation>
    </message>
    <message>
        <source>how process states are observed</source>
        <translation>프로세스 상태를 관측하는 방법</translation>
    </message>
    <message>
        <source>how often counters are read, per second</source>
        <translation>1초에 카운터를 읽는 횟수</translation>
    </message>
    <message>
        <source>bytes all processes may use together; the least important is killed when they use more</source>
        <translation>모든 프로세스가 함께 쓸 수 있는 바이트 수. 더 쓰면 가장 덜 중요한 것이 강제 종료됩니다</translation>
    </message>
    <message>
        <source>at what the whole run is ended, so that it cannot take the machine down</source>
        <translation>시스템을 멈추게 하지 못하도록 실행 전체를 끝내는 한도</translation>
    </message>
    <message>
        <source>processes of the whole run, with all that they make</source>
        <translation>스스로 만드는 것까지 합친 실행 전체의 프로세스 수</translation>
    </message>
    <message>
        <source>bytes of memory of the whole run</source>
        <translation>실행 전체의 메모리 바이트 수</translation>
    </message>
    <message>
        <source>at least one process</source>
        <translation>하나 이상의 프로세스</translation>
    </message>
    <message>
        <source>what the processes exchange messages over</source>
        <translation>프로세스들이 메시지를 주고받는 통로</translation>
    </message>
    <message>
        <source>what the processes share in memory, and what synchronises them</source>
        <translation>프로세스들이 메모리에서 공유하는 것과 그것을 동기화하는 것</translation>
    </message>
    <message>
        <source>what is done while it runs</source>
        <translation>실행 도중에 할 일</translation>
    </message>
    <message>
        <source>messages per second, 0 for as fast as possible</source>
        <translation>초당 메시지 수, 0이면 되도록 빠르게</translation>
    </message>
    <message>
        <source>the bytes of a whole message, its 32-byte header included</source>
        <translation>32바이트 헤더를 포함한 메시지 전체의 바이트 수</translation>
    </message>
    <message>
        <source>microseconds of computation per message</source>
        <translation>메시지 하나에 계산하는 시간(마이크로초)</translation>
    </message>
    <message>
        <source>the nice value: -20 is first in line, 19 last</source>
        <translation>nice 값: -20이 가장 먼저, 19가 가장 나중</translation>
    </message>
    <message>
        <source>a name of its own; letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos;, at most 32</source>
        <translation>겹치지 않는 이름. 글자, 숫자, &apos;-&apos;, &apos;_&apos;, &apos;.&apos;로 32자까지</translation>
    </message>
    <message>
        <source>what it does, such as &quot;producer&quot; (ipclab list programs)</source>
        <translation>할 일(예: &quot;producer&quot;, 목록은 ipclab list programs)</translation>
    </message>
    <message>
        <source>how it is made</source>
        <translation>만드는 방법</translation>
    </message>
    <message>
        <source>the executable and its arguments, each in quotation marks</source>
        <translation>실행 파일과 인수, 각각 따옴표로 묶어서</translation>
    </message>
    <message>
        <source>whether the run has failed when this command exits with another code than 0</source>
        <translation>이 명령이 0이 아닌 코드로 끝나면 실행이 실패한 것인지</translation>
    </message>
    <message>
        <source>how many messages until the program ends</source>
        <translation>프로그램이 끝날 때까지의 메시지 수</translation>
    </message>
    <message>
        <source>seconds to sleep before the first message</source>
        <translation>첫 메시지 전에 잠드는 시간(초)</translation>
    </message>
    <message>
        <source>numbers of the processors it may run on, such as [0, 1]</source>
        <translation>실행될 수 있는 프로세서의 번호(예: [0, 1])</translation>
    </message>
    <message>
        <source>the scheduling policy</source>
        <translation>스케줄링 정책</translation>
    </message>
    <message>
        <source>the priority under the policies rr and fifo: 99 is first in line</source>
        <translation>정책 rr과 fifo에서의 우선순위: 99가 가장 먼저</translation>
    </message>
    <message>
        <source>what it may use, as setrlimit(2) limits it</source>
        <translation>쓸 수 있는 한도(setrlimit(2))</translation>
    </message>
    <message>
        <source>which goes first under a memory budget: empty does, foreground goes last</source>
        <translation>메모리 예산이 모자랄 때 종료되는 순서: empty가 가장 먼저, foreground가 가장 나중</translation>
    </message>
    <message>
        <source>which of the program&apos;s ways it goes</source>
        <translation>프로그램이 할 수 있는 방법 가운데 하나</translation>
    </message>
    <message>
        <source>where it takes memory</source>
        <translation>메모리를 얻는 곳</translation>
    </message>
    <message>
        <source>bytes of memory it fills in all</source>
        <translation>모두 합해 채우는 메모리의 바이트 수</translation>
    </message>
    <message>
        <source>bytes it fills or writes at a time</source>
        <translation>한 번에 채우거나 쓰는 바이트 수</translation>
    </message>
    <message>
        <source>how many threads it makes</source>
        <translation>만드는 스레드의 수</translation>
    </message>
    <message>
        <source>how often it forks, and so does every process made so: n forks make 2^n processes</source>
        <translation>fork하는 횟수. 그렇게 만들어진 프로세스도 이어서 fork하므로 n번이면 프로세스가 2^n개</translation>
    </message>
    <message>
        <source>seconds that what it has reached is left to be looked at</source>
        <translation>이른 상태를 볼 수 있도록 그대로 두는 시간(초)</translation>
    </message>
    <message>
        <source>seconds of processor time (RLIMIT_CPU)</source>
        <translation>프로세서 시간(초, RLIMIT_CPU)</translation>
    </message>
    <message>
        <source>bytes of address space (RLIMIT_AS)</source>
        <translation>주소 공간의 바이트 수(RLIMIT_AS)</translation>
    </message>
    <message>
        <source>bytes of a file it writes (RLIMIT_FSIZE)</source>
        <translation>쓰는 파일의 바이트 수(RLIMIT_FSIZE)</translation>
    </message>
    <message>
        <source>one more than its highest descriptor (RLIMIT_NOFILE)</source>
        <translation>가장 큰 파일 디스크립터보다 하나 큰 수(RLIMIT_NOFILE)</translation>
    </message>
    <message>
        <source>processes of its user (RLIMIT_NPROC)</source>
        <translation>그 사용자의 프로세스 수(RLIMIT_NPROC)</translation>
    </message>
    <message>
        <source>bytes of its stack (RLIMIT_STACK)</source>
        <translation>스택의 바이트 수(RLIMIT_STACK)</translation>
    </message>
    <message>
        <source>seconds from the start of the run</source>
        <translation>실행 시작부터의 시간(초)</translation>
    </message>
    <message>
        <source>the name of the process it is done to</source>
        <translation>그 일을 겪을 프로세스의 이름</translation>
    </message>
    <message>
        <source>what is done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>numbers of the processors it may run on from now on, such as [0, 1]; none: any</source>
        <translation>이제부터 실행될 수 있는 프로세서의 번호(예: [0, 1]). 비우면 어디서나</translation>
    </message>
    <message>
        <source>how many bytes the link may hold</source>
        <translation>링크가 담을 수 있는 바이트 수</translation>
    </message>
    <message>
        <source>how many messages the link may hold; 0: a sender waits until its message is received</source>
        <translation>링크가 담을 수 있는 메시지 수. 0: 보내는 쪽은 메시지가 받아질 때까지 기다립니다</translation>
    </message>
    <message>
        <source>true: a sender never waits</source>
        <translation>true: 보내는 쪽이 기다리지 않습니다</translation>
    </message>
    <message>
        <source>how much memory an unbounded link may use in one sender</source>
        <translation>무한 링크가 보내는 쪽 하나에서 쓸 수 있는 메모리의 양</translation>
    </message>
    <message>
        <source>the name of a process of this document</source>
        <translation>이 문서에 있는 프로세스의 이름</translation>
    </message>
    <message>
        <source>whether a call waits, and how</source>
        <translation>호출이 기다리는지, 어떻게 기다리는지</translation>
    </message>
    <message>
        <source>milliseconds a blocking call waits at most</source>
        <translation>블로킹 호출이 기다리는 최대 시간(밀리초)</translation>
    </message>
    <message>
        <source>microseconds a blocking call tries again before it sleeps</source>
        <translation>블로킹 호출이 잠들기 전에 다시 시도하는 시간(마이크로초)</translation>
    </message>
    <message>
        <source>how a command is given this end</source>
        <translation>명령에 이 끝을 주는 방법</translation>
    </message>
    <message>
        <source>the priority of what this end sends, where the mechanism has priorities</source>
        <translation>방식에 우선순위가 있을 때, 이 끝이 보내는 것의 우선순위</translation>
    </message>
    <message>
        <source>the type of what this end sends, or which types it takes, where the mechanism has types</source>
        <translation>방식에 타입이 있을 때, 이 끝이 보내는 것의 타입 또는 받는 타입</translation>
    </message>
    <message>
        <source>a name of its own; without one it is from→to</source>
        <translation>겹치지 않는 이름. 없으면 from→to</translation>
    </message>
    <message>
        <source>what carries the messages, such as &quot;pipe&quot; (ipclab list mechanisms)</source>
        <translation>메시지를 나르는 것(예: &quot;pipe&quot;, 목록은 ipclab list mechanisms)</translation>
    </message>
    <message>
        <source>the process that sends, or an array of them</source>
        <translation>보내는 프로세스, 또는 그 배열</translation>
    </message>
    <message>
        <source>the process that receives, or an array of them</source>
        <translation>받는 프로세스, 또는 그 배열</translation>
    </message>
    <message>
        <source>how much the link may hold; without it the system&apos;s default</source>
        <translation>링크가 담을 수 있는 양. 없으면 시스템의 기본값</translation>
    </message>
    <message>
        <source>how the two sides name each other</source>
        <translation>양쪽이 서로를 부르는 방법(명명)</translation>
    </message>
    <message>
        <source>who of several receivers gets the next message</source>
        <translation>여러 받는 쪽 가운데 다음 메시지를 받을 쪽</translation>
    </message>
    <message>
        <source>with whom the link goes: a process, or &quot;system&quot; to outlive them all</source>
        <translation>누구와 함께 링크가 사라지는지: 프로세스, 또는 모두보다 오래 남기려면 &quot;system&quot;</translation>
    </message>
    <message>
        <source>what synchronises the ends of shared memory, such as &quot;posix-sem&quot;; without it the ring&apos;s own futex</source>
        <translation>공유 메모리의 양 끝을 동기화하는 것(예: &quot;posix-sem&quot;). 없으면 원형 버퍼 자신의 futex</translation>
    </message>
    <message>
        <source>time one message in so many; 0: every message</source>
        <translation>메시지 몇 개마다 하나의 시각을 잴지. 0: 모든 메시지</translation>
    </message>
    <message>
        <source>the name of another link, whose object carries this one too, the other way</source>
        <translation>이 링크를 반대 방향으로 함께 나를 객체를 가진 다른 링크의 이름</translation>
    </message>
    <message>
        <source>whether both directions may be used at once, or in turns; only with reverse_of</source>
        <translation>두 방향을 동시에 쓸지 번갈아 쓸지. reverse_of와 함께만 씁니다</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>what synchronises the processes, such as &quot;futex&quot;, or &quot;none&quot;</source>
        <translation>프로세스들을 동기화하는 것(예: &quot;futex&quot;), 또는 &quot;none&quot;</translation>
    </message>
    <message>
        <source>the names of the processes that share it</source>
        <translation>그것을 공유하는 프로세스들의 이름</translation>
    </message>
    <message>
        <source>microseconds between load and store of a counter, in one round of eight</source>
        <translation>여덟 번에 한 번, 카운터를 읽고 쓰는 사이의 시간(마이크로초)</translation>
    </message>
    <message>
        <source>found UTF-16 or binary data, expected JSON in UTF-8. Save the file as UTF-8</source>
        <translation>UTF-16이거나 이진 데이터입니다. UTF-8로 된 JSON이어야 합니다. 파일을 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>found the byte {byte}, which is not UTF-8. Save the file as UTF-8</source>
        <translation>바이트 {byte}은(는) UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>found the byte 0x00, which no text has. Is this file damaged?</source>
        <translation>글에는 없는 바이트 0x00이 있습니다. 파일이 손상되었나요?</translation>
    </message>
    <message>
        <source>found a second byte order mark. Save the file as UTF-8 without one</source>
        <translation>바이트 순서 표식이 두 번 있습니다. 표식 없는 UTF-8로 파일을 저장하세요</translation>
    </message>
    <message>
        <source>{json_why}. JSON has no NaN and no Infinity: write a number</source>
        <translation>{json_why}. JSON에는 NaN도 Infinity도 없습니다. 수를 쓰세요</translation>
    </message>
    <message>
        <source>{json_why}. Write a number below 1e308</source>
        <translation>{json_why}. 1e308보다 작은 수를 쓰세요</translation>
    </message>
    <message>
        <source>{json_why}. The text ends too early: is a bracket not closed?</source>
        <translation>{json_why}. 글이 너무 일찍 끝납니다. 닫지 않은 괄호가 있나요?</translation>
    </message>
    <message>
        <source>{json_why}. A document is one object: remove what stands behind it</source>
        <translation>{json_why}. 문서는 객체 하나입니다. 그 뒤에 있는 것을 지우세요</translation>
    </message>
    <message>
        <source>{json_why}. Is there a comma too many before the bracket?</source>
        <translation>{json_why}. 괄호 앞에 쉼표가 하나 더 있나요?</translation>
    </message>
    <message>
        <source>{json_why}. Is a comma, a colon or a quotation mark missing before this? JSON has no comments</source>
        <translation>{json_why}. 이 앞에 쉼표, 쌍점, 따옴표 가운데 빠진 것이 있나요? JSON에는 주석이 없습니다</translation>
    </message>
    <message>
        <source>syntax error {library}</source>
        <translation>JSON 문법 오류: {library}</translation>
    </message>
    <message>
        <source>number overflow {library}</source>
        <translation>너무 큰 수: {library}</translation>
    </message>
    <message>
        <source>nested more than {most} deep. No document needs that</source>
        <translation>{most}단계보다 깊게 겹쳐 있습니다. 그런 문서는 필요 없습니다</translation>
    </message>
    <message>
        <source>more than {most} fields in one object</source>
        <translation>객체 하나에 필드가 {most}개보다 많습니다</translation>
    </message>
    <message>
        <source>found this field a second time in the same object. Keep one of them</source>
        <translation>같은 객체에 이 필드가 두 번 있습니다. 하나만 남기세요</translation>
    </message>
    <message>
        <source>found {count} bytes, expected at most {most}. This is not a document for ipclab</source>
        <translation>파일이 {count}바이트이고 한도는 {most}바이트입니다. ipclab의 문서가 아닙니다</translation>
    </message>
    <message>
        <source>there is no process, link or field {quoted}</source>
        <translation>프로세스, 링크, 필드 가운데 {quoted}(이)라는 것이 없습니다</translation>
    </message>
    <message>
        <source>{quoted} has fields and no value of its own: name one of them, such as {example}</source>
        <translation>{quoted}에는 필드가 있고 자신의 값은 없습니다. 필드 하나를 지정하세요(예: {example})</translation>
    </message>
    <message>
        <source>there is no element {quoted} in an array of {count}; expected an index from 0. Elements cannot be added here: write the whole array as JSON</source>
        <translation>원소 {count}개짜리 배열에 {quoted} 원소가 없습니다. 0부터의 번호가 필요합니다. 여기서 원소를 더할 수는 없습니다. 배열 전체를 JSON으로 쓰세요</translation>
    </message>
    <message>
        <source>{found_why} where an object with a field {quoted} was expected. Write the whole object as JSON instead</source>
        <translation>{found_why}, 필요한 값: {quoted} 필드가 있는 객체. 객체 전체를 JSON으로 쓰세요</translation>
    </message>
    <message>
        <source>the pointer goes deeper than any document</source>
        <translation>포인터가 어떤 문서보다도 깊습니다</translation>
    </message>
    <message>
        <source>elements cannot be removed here: write the whole array as JSON</source>
        <translation>여기서 원소를 지울 수는 없습니다. 배열 전체를 JSON으로 쓰세요</translation>
    </message>
    <message>
        <source>there is no field {quoted} to remove</source>
        <translation>지울 {quoted} 필드가 없습니다</translation>
    </message>
    <message>
        <source>expected POINTER=VALUE in UTF-8, such as producer.rate_per_s=5000 or /processes/0/rate_per_s=5000</source>
        <translation>UTF-8로 된 POINTER=VALUE가 필요합니다(예: producer.rate_per_s=5000 또는 /processes/0/rate_per_s=5000)</translation>
    </message>
    <message>
        <source>there is no process {quoted}</source>
        <translation>{quoted}(이)라는 프로세스가 없습니다</translation>
    </message>
    <message>
        <source>found no process, expected at least one. Add one</source>
        <translation>프로세스가 없습니다. 하나 이상 필요합니다. 하나를 더하세요</translation>
    </message>
    <message>
        <source>found {quoted}, expected 1 to 32 letters (a-z, A-Z), digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;. Rename it, and the links and steps that name it</source>
        <translation>찾은 값: {quoted}, 필요한 값: 글자(a-z, A-Z), 숫자, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; 1~32개. 이름을 바꾸고, 그것을 부르는 링크와 단계도 바꾸세요</translation>
    </message>
    <message>
        <source>a second process is named {quoted}; expected a name of its own. Rename one of them</source>
        <translation>{quoted}(이)라는 프로세스가 또 있습니다. 이름은 겹치지 않아야 합니다. 하나의 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>found an empty name, expected that of an executable file</source>
        <translation>이름이 비어 있습니다. 실행 파일의 이름이 필요합니다</translation>
    </message>
    <message>
        <source>this machine has no executable file {quoted}. Install the package it comes with, correct the name, or write its whole path</source>
        <translation>이 시스템에 {quoted}(이)라는 실행 파일이 없습니다. 그것이 든 패키지를 설치하거나, 이름을 고치거나, 전체 경로를 쓰세요</translation>
    </message>
    <message>
        <source>this machine has no executable file {quoted} in PATH ({path}). Install the package it comes with, correct the name, or write its whole path</source>
        <translation>이 시스템의 PATH({path})에 {quoted}(이)라는 실행 파일이 없습니다. 그것이 든 패키지를 설치하거나, 이름을 고치거나, 전체 경로를 쓰세요</translation>
    </message>
    <message>
        <source>only of a command: where a program of ipclab fails, the run has failed in any case. Remove it</source>
        <translation>명령에만 씁니다. ipclab의 프로그램이 실패하면 실행은 어차피 실패한 것입니다. 지우세요</translation>
    </message>
    <message>
        <source>the program {quoted} takes no command. Remove it, or make the program &quot;command&quot;</source>
        <translation>프로그램 {quoted}에는 명령을 주지 않습니다. 지우거나, 프로그램을 &quot;command&quot;로 하세요</translation>
    </message>
    <message>
        <source>the program {quoted} needs an executable and its arguments, such as {example}</source>
        <translation>프로그램 {quoted}에는 실행 파일과 인수가 필요합니다(예: {example})</translation>
    </message>
    <message>
        <source>a command is always made by fork and exec: &quot;fork&quot; alone is not possible</source>
        <translation>명령은 언제나 fork와 exec로 만듭니다. &quot;fork&quot;만으로는 만들 수 없습니다</translation>
    </message>
    <message>
        <source>the program {quoted} has no field {field}. It takes {known}. Remove it</source>
        <translation>프로그램 {quoted}에는 {field} 필드가 없습니다. 쓸 수 있는 것: {known}. 지우세요</translation>
    </message>
    <message>
        <source>the program {quoted} has no field {field}. It takes none of that kind. Remove it</source>
        <translation>프로그램 {quoted}에는 {field} 필드가 없고, 그런 필드를 하나도 쓰지 않습니다. 지우세요</translation>
    </message>
    <message>
        <source>{process} ({program}) sends on 1 link</source>
        <translation>{process}({program})은(는) 링크 1개에 보냅니다</translation>
    </message>
    <message>
        <source>{process} ({program}) sends on {count} links</source>
        <translation>{process}({program})은(는) 링크 {count}개에 보냅니다</translation>
    </message>
    <message>
        <source>{process} ({program}) receives from 1 link</source>
        <translation>{process}({program})은(는) 링크 1개에서 받습니다</translation>
    </message>
    <message>
        <source>{process} ({program}) receives from {count} links</source>
        <translation>{process}({program})은(는) 링크 {count}개에서 받습니다</translation>
    </message>
    <message>
        <source>{use_why}, expected at least {count}. {remedy_why}</source>
        <translation>{use_why}. {count}개 이상이어야 합니다. {remedy_why}</translation>
    </message>
    <message>
        <source>{use_why}, expected none. {remedy_why}</source>
        <translation>{use_why}. 하나도 없어야 합니다. {remedy_why}</translation>
    </message>
    <message>
        <source>{use_why}, expected exactly {count}. {remedy_why}</source>
        <translation>{use_why}. 정확히 {count}개여야 합니다. {remedy_why}</translation>
    </message>
    <message>
        <source>{use_why}, expected {low} to {high}. {remedy_why}</source>
        <translation>{use_why}. {low}~{high}개여야 합니다. {remedy_why}</translation>
    </message>
    <message>
        <source>Name it in the &quot;{side}&quot; of a link</source>
        <translation>링크의 &quot;{side}&quot;에 그 이름을 쓰세요</translation>
    </message>
    <message>
        <source>Take it out of the &quot;{side}&quot; of the others</source>
        <translation>다른 링크의 &quot;{side}&quot;에서 그 이름을 빼세요</translation>
    </message>
    <message>
        <source>nice {nice} needs a privilege: this user may go down to {lowest}. Raise RLIMIT_NICE, or grant CAP_SYS_NICE, or use a higher value</source>
        <translation>nice {nice}에는 권한이 필요합니다. 이 사용자는 {lowest}까지 낮출 수 있습니다. RLIMIT_NICE를 올리거나, CAP_SYS_NICE를 주거나, 더 높은 값을 쓰세요</translation>
    </message>
    <message>
        <source>a real-time priority has no effect without the policy &quot;rr&quot; or &quot;fifo&quot;. Remove it, or add the policy</source>
        <translation>실시간 우선순위는 정책 &quot;rr&quot;이나 &quot;fifo&quot; 없이는 효과가 없습니다. 지우거나 정책을 더하세요</translation>
    </message>
    <message>
        <source>a nice value has no effect under a real-time policy. Remove it</source>
        <translation>실시간 정책에서는 nice 값이 효과가 없습니다. 지우세요</translation>
    </message>
    <message>
        <source>real-time priority {priority} needs a privilege: this user may go up to {highest}. Raise RLIMIT_RTPRIO, or grant CAP_SYS_NICE, or use a lower value</source>
        <translation>실시간 우선순위 {priority}에는 권한이 필요합니다. 이 사용자는 {highest}까지 올릴 수 있습니다. RLIMIT_RTPRIO를 올리거나, CAP_SYS_NICE를 주거나, 더 낮은 값을 쓰세요</translation>
    </message>
    <message>
        <source>real-time priorities need a privilege this user does not have (RLIMIT_RTPRIO is 0). Allow them with the line &quot;USER - rtprio 50&quot; in /etc/security/limits.conf and log in anew, or grant CAP_SYS_NICE</source>
        <translation>실시간 우선순위에는 이 사용자에게 없는 권한이 필요합니다(RLIMIT_RTPRIO가 0). /etc/security/limits.conf에 &quot;USER - rtprio 50&quot; 줄을 더하고 다시 로그인하거나, CAP_SYS_NICE를 주세요</translation>
    </message>
    <message>
        <source>the kernel refuses real-time priorities here: the control group of this process has no real-time budget (cpu.rt_runtime_us), or the kernel is built without them. Run outside that group, or use &quot;nice&quot;</source>
        <translation>여기서는 커널이 실시간 우선순위를 거절합니다. 이 프로세스의 제어 그룹에 실시간 예산(cpu.rt_runtime_us)이 없거나, 커널이 그것 없이 만들어졌습니다. 그 그룹 밖에서 실행하거나 &quot;nice&quot;를 쓰세요</translation>
    </message>
    <message>
        <source>an importance has no effect without &quot;memory_budget_bytes&quot; of the experiment. Add that, or remove it</source>
        <translation>중요도는 실험의 &quot;memory_budget_bytes&quot; 없이는 효과가 없습니다. 그것을 더하거나 중요도를 지우세요</translation>
    </message>
    <message>
        <source>a limit on processes has no effect on those of root (RLIMIT_NPROC in setrlimit(2)). Remove it, or run as an ordinary user</source>
        <translation>프로세스 수의 한도는 root의 프로세스에는 효과가 없습니다(setrlimit(2)의 RLIMIT_NPROC). 지우거나 일반 사용자로 실행하세요</translation>
    </message>
    <message>
        <source>Use one of those</source>
        <translation>그 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>Use one of those (--set {setting})</source>
        <translation>그 가운데 하나를 쓰세요(--set {setting})</translation>
    </message>
    <message>
        <source>there is no program {quoted}</source>
        <translation>{quoted}(이)라는 프로그램이 없습니다</translation>
    </message>
    <message>
        <source>processor {cpu} is named twice</source>
        <translation>프로세서 {cpu}이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>this machine has no processor {cpu}; it has {count}, the last is {last}. {remedy_why}</source>
        <translation>이 시스템에는 프로세서 {cpu}이(가) 없습니다. 프로세서는 {count}개이고 마지막 번호는 {last}입니다. {remedy_why}</translation>
    </message>
    <message>
        <source>this machine has no processor {cpu}; it has {count}. {remedy_why}</source>
        <translation>이 시스템에는 프로세서 {cpu}이(가) 없습니다. 프로세서는 {count}개입니다. {remedy_why}</translation>
    </message>
    <message>
        <source>{process} is a command: nothing but nice and cpus can be set while it runs. Use those, or pause, continue, stop, terminate or kill</source>
        <translation>{process}은(는) 명령입니다. 실행되는 동안에는 nice와 cpus만 정할 수 있습니다. 그것을 쓰거나 pause·continue·stop·terminate·kill 가운데 하나를 쓰세요</translation>
    </message>
    <message>
        <source>&quot;set&quot; says nothing to set; expected at least one of {known}. Add one</source>
        <translation>&quot;set&quot;에 정할 것이 없습니다. {known} 가운데 하나 이상이 필요합니다. 더하세요</translation>
    </message>
    <message>
        <source>the program {program} does not use {field}. Remove it</source>
        <translation>프로그램 {program}은(는) {field} 필드를 쓰지 않습니다. 지우세요</translation>
    </message>
    <message>
        <source>the run has ended by then: it lasts {seconds} s. Do it earlier, or raise duration_s</source>
        <translation>그때는 실행이 끝나 있습니다. 실행은 {seconds}초 동안 이어집니다. 더 일찍 하거나 duration_s를 올리세요</translation>
    </message>
    <message>
        <source>to lower the nice value of {process} from {before} to {after} needs a privilege: this user may lower one down to {lowest}. Raise RLIMIT_NICE, or grant CAP_SYS_NICE, or use a higher value</source>
        <translation>{process}의 nice 값을 {before}에서 {after}(으)로 낮추려면 권한이 필요합니다. 이 사용자는 {lowest}까지 낮출 수 있습니다. RLIMIT_NICE를 올리거나, CAP_SYS_NICE를 주거나, 더 높은 값을 쓰세요</translation>
    </message>
    <message>
        <source>to lower the nice value of {process} from {before} to {after} needs a privilege: this user may lower none. Raise RLIMIT_NICE, or grant CAP_SYS_NICE, or use a higher value</source>
        <translation>{process}의 nice 값을 {before}에서 {after}(으)로 낮추려면 권한이 필요합니다. 이 사용자는 nice 값을 낮출 수 없습니다. RLIMIT_NICE를 올리거나, CAP_SYS_NICE를 주거나, 더 높은 값을 쓰세요</translation>
    </message>
    <message>
        <source>{process} has been ended by then by {step}. Remove this step</source>
        <translation>{process}은(는) 그때 이미 {step}에서 끝나 있습니다. 이 단계를 지우세요</translation>
    </message>
    <message>
        <source>{process} is not held at that time: nothing to continue</source>
        <translation>{process}은(는) 그때 멈춰 있지 않습니다. 계속할 것이 없습니다</translation>
    </message>
    <message>
        <source>{process} is held and never continued, and the run has no duration_s: it would never end. Add one of the two</source>
        <translation>{process}은(는) 멈춘 뒤 계속되지 않고 실행에 duration_s도 없습니다. 실행이 끝나지 않습니다. 둘 가운데 하나를 더하세요</translation>
    </message>
    <message>
        <source>found {quoted}, expected small letters and digits in groups joined by &apos;-&apos;, such as &quot;m2-bounded-buffer&quot;. Rename it</source>
        <translation>찾은 값: {quoted}, 필요한 값: &apos;-&apos;로 이은 소문자와 숫자(예: &quot;m2-bounded-buffer&quot;). 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>found {quoted}, expected a row of the curriculum: P1 … P21, M1 … M19, R1 … R8, or &quot;C-&quot; and a mechanism, such as &quot;C-pipe&quot;</source>
        <translation>찾은 값: {quoted}, 필요한 값: 교과 과정의 행 P1 … P21, M1 … M19, R1 … R8, 또는 &quot;C-&quot;와 방식(예: &quot;C-pipe&quot;)</translation>
    </message>
    <message>
        <source>this run would never end: expected &quot;duration_s&quot;, or a &quot;count&quot; on a process. Add &quot;duration_s&quot;: 10, or &quot;count&quot;: 10000 to the process that sends</source>
        <translation>이 실행은 끝나지 않습니다. &quot;duration_s&quot;나 프로세스의 &quot;count&quot;가 필요합니다. &quot;duration_s&quot;: 10을 더하거나, 보내는 프로세스에 &quot;count&quot;: 10000을 더하세요</translation>
    </message>
    <message>
        <source>1 process is close to what this user may have ({limit}, RLIMIT_NPROC). Raise it with ulimit -u, or use fewer</source>
        <translation>프로세스 1개가 이 사용자의 한도({limit}, RLIMIT_NPROC)에 가깝습니다. ulimit -u로 올리거나 줄이세요</translation>
    </message>
    <message>
        <source>{count} processes are close to what this user may have ({limit}, RLIMIT_NPROC). Raise it with ulimit -u, or use fewer</source>
        <translation>프로세스 {count}개가 이 사용자의 한도({limit}, RLIMIT_NPROC)에 가깝습니다. ulimit -u로 올리거나 줄이세요</translation>
    </message>
    <message>
        <source>these links may need {count} descriptors in one process, and it may have {limit} (the hard RLIMIT_NOFILE). Raise it with ulimit -Hn, or use fewer</source>
        <translation>이 링크들에는 프로세스 하나에 파일 디스크립터 {count}개가 필요할 수 있고, 한도는 {limit}개입니다(하드 RLIMIT_NOFILE). ulimit -Hn으로 올리거나 줄이세요</translation>
    </message>
    <message>
        <source>this document makes {count} processes, and a run is ended when it has more than {limit}. Add {example}, or use fewer</source>
        <translation>이 문서는 프로세스를 {count}개 만들고, 실행은 {limit}개를 넘으면 끝납니다. {example}을(를) 더하거나 줄이세요</translation>
    </message>
    <message>
        <source>found {quoted}, expected 1 to 32 letters (a-z, A-Z), digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;. Rename it</source>
        <translation>찾은 값: {quoted}, 필요한 값: 글자(a-z, A-Z), 숫자, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; 1~32개. 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>a second shared object is named {quoted}; expected a name of its own. Rename one of them</source>
        <translation>{quoted}(이)라는 공유 객체가 또 있습니다. 이름은 겹치지 않아야 합니다. 하나의 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>there is no primitive of synchronisation {quoted}</source>
        <translation>{quoted}(이)라는 동기화 도구가 없습니다</translation>
    </message>
    <message>
        <source>a token cannot be passed with &quot;{sync}&quot;: nobody would wait for it. Use one that can be waited for, such as &quot;futex&quot;</source>
        <translation>&quot;{sync}&quot;(으)로는 토큰을 넘길 수 없습니다. 아무도 기다리지 않습니다. 기다릴 수 있는 것을 쓰세요(예: &quot;futex&quot;)</translation>
    </message>
    <message>
        <source>only a counter has a window between load and store; this is a {kind}. Remove it</source>
        <translation>읽기와 쓰기 사이의 틈은 counter에만 있고, 이것은 {kind}입니다. 지우세요</translation>
    </message>
    <message>
        <source>{quoted} runs the program {program}, which does not work on a {kind}. Give it the program &quot;{wanted}&quot;, or take it out of this list</source>
        <translation>{quoted}의 프로그램 {program}은(는) {kind}에서 일하지 않습니다. 프로그램을 &quot;{wanted}&quot;(으)로 하거나 이 목록에서 빼세요</translation>
    </message>
    <message>
        <source>{quoted} is named twice. Remove one of them</source>
        <translation>{quoted}이(가) 두 번 나옵니다. 하나를 지우세요</translation>
    </message>
    <message>
        <source>found {count} process, expected at least 2: a {kind} is between several. Name another one</source>
        <translation>프로세스가 {count}개입니다. {kind}은(는) 여럿 사이에 있으므로 2개 이상이 필요합니다. 하나를 더 쓰세요</translation>
    </message>
    <message>
        <source>{quoted} ({program}) works on one shared object of kind {kind}, and {count} name it. Name it in the &quot;processes&quot; of one object of &quot;shared&quot;</source>
        <translation>{quoted}({program})은(는) {kind} 종류의 공유 객체 하나에서 일하는데, 그것을 부르는 객체가 {count}개입니다. &quot;shared&quot;의 객체 하나의 &quot;processes&quot;에 그 이름을 쓰세요</translation>
    </message>
    <message>
        <source>1 sender and {receivers} receivers</source>
        <translation>보내는 쪽 1개와 받는 쪽 {receivers}개</translation>
    </message>
    <message>
        <source>{senders} senders and 1 receiver</source>
        <translation>보내는 쪽 {senders}개와 받는 쪽 1개</translation>
    </message>
    <message>
        <source>{senders} senders and {receivers} receivers</source>
        <translation>보내는 쪽 {senders}개와 받는 쪽 {receivers}개</translation>
    </message>
    <message>
        <source>found &quot;direct&quot; with {sides_why}: where both name each other a link is between exactly two processes. Make a link for each pair, or choose &quot;asymmetric&quot; or &quot;indirect&quot;</source>
        <translation>&quot;direct&quot;인데 {sides_why}입니다. 서로를 명명하는 링크는 정확히 두 프로세스 사이에 있습니다. 쌍마다 링크를 만들거나 &quot;asymmetric&quot; 또는 &quot;indirect&quot;를 고르세요</translation>
    </message>
    <message>
        <source>found &quot;asymmetric&quot; with {sides_why}: the senders name one receiver. Name one, or choose &quot;indirect&quot;</source>
        <translation>&quot;asymmetric&quot;인데 {sides_why}입니다. 보내는 쪽은 받는 쪽 하나를 명명합니다. 하나만 쓰거나 &quot;indirect&quot;를 고르세요</translation>
    </message>
    <message>
        <source>every receiver of a {mechanism} gets every message: there is none to choose. Remove it, or choose a mechanism whose messages go to one receiver (unix-datagram, posix-mq)</source>
        <translation>{mechanism}에서는 모든 받는 쪽이 모든 메시지를 받으므로 고를 것이 없습니다. 지우거나, 메시지가 받는 쪽 하나에 가는 방식(unix-datagram, posix-mq)을 고르세요</translation>
    </message>
    <message>
        <source>found &quot;two-only&quot; with {sides_why}: such a link belongs to two processes. Make a link for each pair, or choose &quot;system&quot;, &quot;one-at-a-time&quot; or &quot;round-robin&quot;</source>
        <translation>&quot;two-only&quot;인데 {sides_why}입니다. 그런 링크는 두 프로세스의 것입니다. 쌍마다 링크를 만들거나 &quot;system&quot;, &quot;one-at-a-time&quot;, &quot;round-robin&quot; 가운데 고르세요</translation>
    </message>
    <message>
        <source>an unbounded link has no capacity in bytes or messages. Remove one of them</source>
        <translation>무한 링크에는 바이트나 메시지 수의 용량이 없습니다. 하나를 지우세요</translation>
    </message>
    <message>
        <source>only an unbounded link keeps messages in its sender. Add &quot;unbounded&quot;: true, or remove it</source>
        <translation>무한 링크만 보내는 쪽에 메시지를 쌓아 둡니다. &quot;unbounded&quot;: true를 더하거나 지우세요</translation>
    </message>
    <message>
        <source>{mechanism} loses messages, and with each its place would be lost for ever. Remove the capacity in messages, or choose a reliable mechanism</source>
        <translation>{mechanism}은(는) 메시지를 잃을 수 있고, 그때마다 그 자리도 영영 잃습니다. 메시지 수의 용량을 지우거나 신뢰성 있는 방식을 고르세요</translation>
    </message>
    <message>
        <source>a sender asked for &quot;notify&quot;: only a receiver is told when something arrives. Use &quot;poll&quot; or &quot;nonblocking&quot;</source>
        <translation>보내는 쪽이 &quot;notify&quot;를 요청했습니다. 무엇이 왔다는 알림은 받는 쪽만 받습니다. &quot;poll&quot;이나 &quot;nonblocking&quot;을 쓰세요</translation>
    </message>
    <message>
        <source>&quot;notify&quot; is for a link between two processes, and this one has {sides_why}</source>
        <translation>&quot;notify&quot;는 두 프로세스 사이의 링크에 씁니다. 이 링크는 {sides_why}입니다</translation>
    </message>
    <message>
        <source>{mechanism} has no descriptor that SIGIO could be asked for. Use a byte stream, such as pipe or unix-stream</source>
        <translation>{mechanism}에는 SIGIO를 요청할 파일 디스크립터가 없습니다. pipe나 unix-stream 같은 바이트 스트림을 쓰세요</translation>
    </message>
    <message>
        <source>an end of this link is a command, which makes its own calls and keeps no such rule. Remove it, or use programs of ipclab on both sides</source>
        <translation>이 링크의 한쪽 끝은 명령이고, 명령은 스스로 호출하므로 이런 규칙을 지키지 않습니다. 지우거나 양쪽에 ipclab의 프로그램을 쓰세요</translation>
    </message>
    <message>
        <source>there is no process {quoted}, and it is not &quot;system&quot;</source>
        <translation>{quoted}(이)라는 프로세스가 없고, &quot;system&quot;도 아닙니다</translation>
    </message>
    <message>
        <source>the system keeps no {mechanism} that no process holds: it cannot own one. Name a process, or use one of: {others}</source>
        <translation>시스템은 어느 프로세스도 쥐고 있지 않은 {mechanism}을(를) 남기지 않으므로 소유자가 될 수 없습니다. 프로세스를 쓰거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>found {quoted}, expected letters (a-z, A-Z), digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; or &apos;→&apos;, at most {most} bytes. Rename it</source>
        <translation>찾은 값: {quoted}, 필요한 값: 글자(a-z, A-Z), 숫자, &apos;-&apos;, &apos;_&apos;, &apos;.&apos;, &apos;→&apos;로 {most}바이트까지. 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>a second link is named {quoted}; expected a name of its own. Give it a &quot;name&quot;</source>
        <translation>{quoted}(이)라는 링크가 또 있습니다. 이름은 겹치지 않아야 합니다. &quot;name&quot;을 주세요</translation>
    </message>
    <message>
        <source>only a command is attached; {quoted} is a {program}. Remove it</source>
        <translation>명령에만 연결 방법을 정하며, {quoted}은(는) {program}입니다. 지우세요</translation>
    </message>
    <message>
        <source>mode, timeout_ms and spin_us do not reach a command: it makes its own calls. Remove them</source>
        <translation>mode, timeout_ms, spin_us는 명령에 미치지 않습니다. 명령은 스스로 호출합니다. 지우세요</translation>
    </message>
    <message>
        <source>found &quot;poll&quot;, and {mechanism} has no descriptor that poll(2) could wait for. Choose &quot;blocking&quot; or &quot;nonblocking&quot;, or use one of: {others}</source>
        <translation>&quot;poll&quot;인데 {mechanism}에는 poll(2)이 기다릴 파일 디스크립터가 없습니다. &quot;blocking&quot;이나 &quot;nonblocking&quot;을 고르거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>only a call that blocks has a timeout: this one is not used. Remove it</source>
        <translation>시간 제한은 블로킹 호출에만 있으므로 쓰이지 않습니다. 지우세요</translation>
    </message>
    <message>
        <source>only a call that blocks spins before it sleeps. Remove it</source>
        <translation>블로킹 호출만 잠들기 전에 다시 시도합니다. 지우세요</translation>
    </message>
    <message>
        <source>messages of {mechanism} have no priority. Remove it, or use one of: {others}</source>
        <translation>{mechanism}의 메시지에는 우선순위가 없습니다. 지우거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>messages of {mechanism} have no type. Remove it, or use one of: {others}</source>
        <translation>{mechanism}의 메시지에는 타입이 없습니다. 지우거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>a receiver has no priority: the senders say it. Move it to &quot;from&quot;</source>
        <translation>받는 쪽에는 우선순위가 없습니다. 보내는 쪽이 정합니다. &quot;from&quot;으로 옮기세요</translation>
    </message>
    <message>
        <source>found {priority}, and this system has the priorities 0 to {highest} (MQ_PRIO_MAX). Lower it</source>
        <translation>찾은 값: {priority}, 이 시스템의 우선순위는 0에서 {highest}까지입니다(MQ_PRIO_MAX). 낮추세요</translation>
    </message>
    <message>
        <source>found {type}, expected at least 1: only a receiver chooses by 0 or below. Raise it</source>
        <translation>찾은 값: {type}, 필요한 값: 1 이상. 0 이하로 고르는 것은 받는 쪽뿐입니다. 올리세요</translation>
    </message>
    <message>
        <source>the command {quoted} cannot use {mechanism}: its ends are no descriptors that a foreign program could read and write, and it has no name to be found by. Use one of: {others}</source>
        <translation>명령 {quoted}은(는) {mechanism}을(를) 쓸 수 없습니다. 그 양 끝은 외부 프로그램이 읽고 쓸 파일 디스크립터가 아니고, 찾을 이름도 없습니다. 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>found no senders, expected at least one. Name a process</source>
        <translation>보내는 쪽이 없습니다. 하나 이상 필요합니다. 프로세스의 이름을 쓰세요</translation>
    </message>
    <message>
        <source>found no receivers, expected at least one. Name a process</source>
        <translation>받는 쪽이 없습니다. 하나 이상 필요합니다. 프로세스의 이름을 쓰세요</translation>
    </message>
    <message>
        <source>{quoted} is named twice on this side. Remove one of them</source>
        <translation>{quoted}이(가) 이쪽에 두 번 나옵니다. 하나를 지우세요</translation>
    </message>
    <message>
        <source>found {count} senders, and {mechanism} takes one. Name one, or use one of: {others}</source>
        <translation>보내는 쪽이 {count}개인데 {mechanism}은(는) 하나만 받아들입니다. 하나만 쓰거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>found {count} receivers, and {mechanism} takes one. Name one, or use one of: {others}</source>
        <translation>받는 쪽이 {count}개인데 {mechanism}은(는) 하나만 받아들입니다. 하나만 쓰거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>the system synchronises the ends of {mechanism}; only those of shared memory do it themselves. Remove &quot;sync&quot;, or use one of: {others}</source>
        <translation>{mechanism}의 양 끝은 시스템이 동기화합니다. 공유 메모리의 양 끝만 스스로 동기화합니다. &quot;sync&quot;를 지우거나 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>{mechanism} is not available on this machine: {why}</source>
        <translation>이 시스템에서는 {mechanism}을(를) 쓸 수 없습니다: {why}</translation>
    </message>
    <message>
        <source>{quoted} is itself the reverse of another link. Name that one</source>
        <translation>{quoted}도 다른 링크의 반대 방향입니다. 그 링크의 이름을 쓰세요</translation>
    </message>
    <message>
        <source>{quoted} is a {forth}, and this is a {back}; expected one mechanism for both. Change one of them</source>
        <translation>{quoted}은(는) {forth}이고 이것은 {back}입니다. 둘의 방식이 같아야 합니다. 하나를 바꾸세요</translation>
    </message>
    <message>
        <source>an object used both ways has one sender and one receiver each way</source>
        <translation>양방향으로 쓰는 객체에는 방향마다 보내는 쪽 하나와 받는 쪽 하나가 있습니다</translation>
    </message>
    <message>
        <source>expected the ends of {quoted} exchanged: from {from} to {to}</source>
        <translation>{quoted}의 양 끝을 맞바꾼 {from}에서 {to}(으)로여야 합니다</translation>
    </message>
    <message>
        <source>only two directions of one object can take turns. Give the link that goes back a &quot;reverse_of&quot;, and this field</source>
        <translation>한 객체의 두 방향만 번갈아 쓸 수 있습니다. 되돌아가는 링크에 &quot;reverse_of&quot;와 이 필드를 주세요</translation>
    </message>
    <message>
        <source>there is no link {quoted}</source>
        <translation>{quoted}(이)라는 링크가 없습니다</translation>
    </message>
    <message>
        <source>a link cannot be the reverse of itself</source>
        <translation>링크는 자신의 반대 방향일 수 없습니다</translation>
    </message>
    <message>
        <source>{quoted} has a reverse already. Remove one of the two</source>
        <translation>{quoted}에는 이미 반대 방향이 있습니다. 둘 가운데 하나를 지우세요</translation>
    </message>
    <message>
        <source>a command takes no turns: it makes its own calls. Remove this field</source>
        <translation>명령은 번갈아 쓰지 않고 스스로 호출합니다. 이 필드를 지우세요</translation>
    </message>
    <message>
        <source>one {mechanism} carries one direction. Remove this field: two of them carry both. Or use one of: {others}</source>
        <translation>{mechanism} 하나는 한 방향만 나릅니다. 이 필드를 지우세요. 둘이면 두 방향을 나릅니다. 또는 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>the object is that of {quoted}. Give the capacity there</source>
        <translation>그 객체는 {quoted}의 것입니다. 용량은 거기에 주세요</translation>
    </message>
    <message>
        <source>the object is that of {quoted}. Name its owner there</source>
        <translation>그 객체는 {quoted}의 것입니다. 소유자는 거기에 쓰세요</translation>
    </message>
    <message>
        <source>there is no mechanism {quoted}</source>
        <translation>{quoted}(이)라는 방식이 없습니다</translation>
    </message>
    <message>
        <source>the standard output of {quoted} is taken already by {place}. Use &quot;descriptor&quot; here</source>
        <translation>{quoted}의 표준 출력은 이미 {place}에서 씁니다. 여기에는 &quot;descriptor&quot;를 쓰세요</translation>
    </message>
    <message>
        <source>the standard input of {quoted} is taken already by {place}. Use &quot;descriptor&quot; here</source>
        <translation>{quoted}의 표준 입력은 이미 {place}에서 씁니다. 여기에는 &quot;descriptor&quot;를 쓰세요</translation>
    </message>
    <message>
        <source>with the message queues before it this one makes {bytes} bytes, above this process&apos;s limit for all of them (RLIMIT_MSGQUEUE, {limit}). Lower their capacity or message size, or raise the limit: ulimit -q {bytes}</source>
        <translation>앞의 메시지 큐와 합하면 {bytes}바이트로, 이 프로세스의 모든 메시지 큐의 한도(RLIMIT_MSGQUEUE, {limit})를 넘습니다. 용량이나 메시지 크기를 줄이거나 한도를 올리세요: ulimit -q {bytes}</translation>
    </message>
    <message>
        <source>the text in that language</source>
        <translation>그 언어로 쓴 글</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: {refusal_why}</source>
        <translation>링크 &quot;{link}&quot;: {refusal_why}</translation>
    </message>
    <message>
        <source>capacity {count} messages</source>
        <translation>메시지 {count}개의 용량</translation>
    </message>
    <message>
        <source>capacity {bytes} bytes</source>
        <translation>용량 {bytes}바이트</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes</source>
        <translation>{bytes}바이트짜리 메시지</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes is above the laboratory&apos;s largest ({most}). Lower it</source>
        <translation>{bytes}바이트짜리 메시지는 이 실험실의 최대 크기({most})를 넘습니다. 줄이세요</translation>
    </message>
    <message>
        <source>{asked_why} is above this system&apos;s {limit_name} ({limit}). Lower it, or raise the limit: sysctl {setting}</source>
        <translation>{asked_why}: 이 시스템의 {limit_name}({limit})을(를) 넘습니다. 줄이거나 한도를 올리세요: sysctl {setting}</translation>
    </message>
    <message>
        <source>{asked_why} is above what this kernel allows even a privileged process ({most}). Lower it</source>
        <translation>{asked_why}: 이 커널이 특권 프로세스에도 허용하는 한도({most})를 넘습니다. 줄이세요</translation>
    </message>
    <message>
        <source>{asked_why} is above what a pipe can have ({most}). Lower it</source>
        <translation>{asked_why}: 파이프가 가질 수 있는 한도({most})를 넘습니다. 줄이세요</translation>
    </message>
    <message>
        <source>a byte stream counts bytes</source>
        <translation>바이트 스트림은 바이트를 셉니다</translation>
    </message>
    <message>
        <source>the buffer of a socket counts bytes</source>
        <translation>소켓의 버퍼는 바이트를 셉니다</translation>
    </message>
    <message>
        <source>a System V message queue counts bytes</source>
        <translation>System V 메시지 큐는 바이트를 셉니다</translation>
    </message>
    <message>
        <source>this ring counts messages</source>
        <translation>이 원형 버퍼는 메시지를 셉니다</translation>
    </message>
    <message>
        <source>a message queue counts messages</source>
        <translation>메시지 큐는 메시지를 셉니다</translation>
    </message>
    <message>
        <source>signals are counted</source>
        <translation>시그널은 개수를 셉니다</translation>
    </message>
    <message>
        <source>a port counts messages</source>
        <translation>포트는 메시지를 셉니다</translation>
    </message>
    <message>
        <source>a capacity of {count} messages was asked for, but {counted_why}. Give the capacity in bytes, or choose a mechanism that counts messages (posix-mq, posix-shm)</source>
        <translation>메시지 {count}개의 용량을 요청했지만 {counted_why}. 용량을 바이트로 주거나, 메시지를 세는 방식(posix-mq, posix-shm)을 고르세요</translation>
    </message>
    <message>
        <source>a capacity of {bytes} bytes was asked for, but {counted_why}. Give the capacity in messages, or choose a byte stream (pipe, unix-stream, tcp)</source>
        <translation>용량 {bytes}바이트를 요청했지만 {counted_why}. 용량을 메시지 수로 주거나, 바이트 스트림(pipe, unix-stream, tcp)을 고르세요</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes is above what the kernel can be relied on to keep in one piece ({most}). Lower it, or choose a byte stream (pipe, unix-stream, tcp)</source>
        <translation>{bytes}바이트짜리 메시지는 커널이 확실히 한 덩어리로 지킬 수 있는 크기({most})를 넘습니다. 줄이거나 바이트 스트림(pipe, unix-stream, tcp)을 고르세요</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes does not fit into the sender&apos;s buffer (SO_SNDBUF {given}, of which the kernel keeps {kept}). Lower it, or ask for a capacity of {bytes} bytes</source>
        <translation>{bytes}바이트짜리 메시지는 보내는 쪽의 버퍼(SO_SNDBUF {given}, 그 가운데 커널의 몫 {kept})에 들어가지 않습니다. 줄이거나 용량 {bytes}바이트를 요청하세요</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes does not fit into the sender&apos;s buffer (SO_SNDBUF {given}, of which the kernel keeps {kept}). Lower it, or raise the limit: sysctl net.core.wmem_max={bytes}</source>
        <translation>{bytes}바이트짜리 메시지는 보내는 쪽의 버퍼(SO_SNDBUF {given}, 그 가운데 커널의 몫 {kept})에 들어가지 않습니다. 줄이거나 한도를 올리세요: sysctl net.core.wmem_max={bytes}</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes is above what a UDP datagram carries ({most}). Lower it, or choose a stream (tcp)</source>
        <translation>{bytes}바이트짜리 메시지는 UDP 데이터그램이 나르는 크기({most})를 넘습니다. 줄이거나 스트림(tcp)을 고르세요</translation>
    </message>
    <message>
        <source>a capacity of {count} messages is above what {primitive} counts to ({most}). Lower it</source>
        <translation>메시지 {count}개의 용량은 {primitive}이(가) 셀 수 있는 수({most})를 넘습니다. 줄이세요</translation>
    </message>
    <message>
        <source>{count} ends are above what one synchronised ring serves ({most}). Use fewer, or no &quot;sync&quot;</source>
        <translation>끝 {count}개는 동기화하는 원형 버퍼 하나가 맡을 수 있는 수({most})를 넘습니다. 줄이거나 &quot;sync&quot;를 쓰지 마세요</translation>
    </message>
    <message>
        <source>a ring holds at least 1 message. Raise the capacity</source>
        <translation>원형 버퍼는 메시지를 1개 이상 담습니다. 용량을 올리세요</translation>
    </message>
    <message>
        <source>capacity {count} messages of up to {bytes} bytes do not fit {where_why}. Lower one of them, or {way_why}</source>
        <translation>{bytes}바이트까지의 메시지 {count}개의 용량은 {where_why} 들어가지 않습니다. 하나를 줄이거나, {way_why}</translation>
    </message>
    <message>
        <source>capacity {count} messages of up to {bytes} bytes do not fit {where_why}, where {free} bytes are free. Lower one of them, or {way_why}</source>
        <translation>{bytes}바이트까지의 메시지 {count}개의 용량은 {free}바이트가 남은 {where_why} 들어가지 않습니다. 하나를 줄이거나, {way_why}</translation>
    </message>
    <message>
        <source>into {folder}</source>
        <translation>{folder}에</translation>
    </message>
    <message>
        <source>into this machine&apos;s memory</source>
        <translation>이 시스템의 메모리에</translation>
    </message>
    <message>
        <source>into one segment (kernel.shmmax)</source>
        <translation>세그먼트 하나(kernel.shmmax)에</translation>
    </message>
    <message>
        <source>end other programs</source>
        <translation>다른 프로그램을 끝내세요</translation>
    </message>
    <message>
        <source>make room: mount -o remount,size=… /dev/shm</source>
        <translation>자리를 늘리세요: mount -o remount,size=… /dev/shm</translation>
    </message>
    <message>
        <source>make room there, or set XDG_RUNTIME_DIR to a roomier folder</source>
        <translation>거기에 자리를 만들거나 XDG_RUNTIME_DIR을 더 넓은 폴더로 정하세요</translation>
    </message>
    <message>
        <source>raise the limit: sysctl kernel.shmmax=…</source>
        <translation>한도를 올리세요: sysctl kernel.shmmax=…</translation>
    </message>
    <message>
        <source>a message queue holds at least 1 message. Raise the capacity</source>
        <translation>메시지 큐는 메시지를 1개 이상 담습니다. 용량을 올리세요</translation>
    </message>
    <message>
        <source>capacity {count} messages of up to {bytes} bytes need {all} bytes, above this process&apos;s limit for message queues (RLIMIT_MSGQUEUE, {limit}). Lower one of them, or raise the limit: ulimit -q {all}</source>
        <translation>{bytes}바이트까지의 메시지 {count}개의 용량에는 {all}바이트가 필요하고, 이 프로세스의 메시지 큐 한도(RLIMIT_MSGQUEUE, {limit})를 넘습니다. 하나를 줄이거나 한도를 올리세요: ulimit -q {all}</translation>
    </message>
    <message>
        <source>capacity {capacity} bytes holds no message of {bytes} bytes. Raise it</source>
        <translation>용량 {capacity}바이트에는 {bytes}바이트짜리 메시지가 들어가지 않습니다. 올리세요</translation>
    </message>
    <message>
        <source>a message of {bytes} bytes would be {signals} signals of 8 bytes; the largest here is {most} bytes. Lower it</source>
        <translation>{bytes}바이트짜리 메시지는 8바이트짜리 시그널 {signals}개가 됩니다. 여기서는 {most}바이트까지입니다. 줄이세요</translation>
    </message>
    <message>
        <source>a capacity was asked for with {count} senders, but the system counts the signals of all of them together. Remove it, or name one sender</source>
        <translation>보내는 쪽이 {count}개인데 용량을 요청했습니다. 시스템은 모두의 시그널을 함께 셉니다. 지우거나 보내는 쪽을 하나만 쓰세요</translation>
    </message>
    <message>
        <source>a capacity is at least 1 message. Raise it</source>
        <translation>용량은 메시지 1개 이상입니다. 올리세요</translation>
    </message>
    <message>
        <source>capacity {count} messages of {each} signals each is above half of this user&apos;s limit of queued signals (RLIMIT_SIGPENDING; half of it is {half}). Lower it, or raise the limit: ulimit -i</source>
        <translation>시그널 {each}개짜리 메시지 {count}개의 용량은 이 사용자가 큐에 넣을 수 있는 시그널 한도의 절반(RLIMIT_SIGPENDING의 절반은 {half})을 넘습니다. 줄이거나 한도를 올리세요: ulimit -i</translation>
    </message>
    <message>
        <source>the buffers of a terminal cannot be sized. Remove the capacity, or choose another byte stream (pipe, unix-stream, tcp)</source>
        <translation>터미널 버퍼의 크기는 정할 수 없습니다. 용량을 지우거나 다른 바이트 스트림(pipe, unix-stream, tcp)을 고르세요</translation>
    </message>
    <message>
        <source>{count} clients are more than a pipe has instances ({most}). Name fewer senders, or choose unix-seqpacket</source>
        <translation>클라이언트 {count}개는 파이프의 인스턴스 수({most})보다 많습니다. 보내는 쪽을 줄이거나 unix-seqpacket을 고르세요</translation>
    </message>
    <message>
        <source>a port&apos;s queue and its section of {views} views cannot be sized. Remove the capacity, or choose another mechanism</source>
        <translation>포트의 큐와 뷰 {views}개짜리 섹션의 크기는 정할 수 없습니다. 용량을 지우거나 다른 방식을 고르세요</translation>
    </message>
    <message>
        <source>capacity {count} messages is not within a port&apos;s limits (1 to {most}). Raise it</source>
        <translation>메시지 {count}개의 용량은 포트의 한도(1~{most})를 벗어납니다. 올리세요</translation>
    </message>
    <message>
        <source>capacity {count} messages is not within a port&apos;s limits (1 to {most}). Lower it</source>
        <translation>메시지 {count}개의 용량은 포트의 한도(1~{most})를 벗어납니다. 줄이세요</translation>
    </message>
    <message>
        <source>process-vm shares no buffer that &quot;sync&quot; could protect: a message is read out of its sender. Remove it, or use posix-shm</source>
        <translation>process-vm에는 &quot;sync&quot;가 지킬 공유 버퍼가 없습니다. 메시지는 보낸 프로세스에서 읽어 냅니다. 지우거나 posix-shm을 쓰세요</translation>
    </message>
    <message>
        <source>this kernel has no process descriptors (pidfd_open). Choose Linux 5.3 or later</source>
        <translation>이 커널에는 프로세스 디스크립터(pidfd_open)가 없습니다. Linux 5.3 이상을 고르세요</translation>
    </message>
    <message>
        <source>this kernel has no POSIX message queues. Choose a kernel built with CONFIG_POSIX_MQUEUE</source>
        <translation>이 커널에는 POSIX 메시지 큐가 없습니다. CONFIG_POSIX_MQUEUE로 빌드한 커널을 고르세요</translation>
    </message>
    <message>
        <source>this kernel has no System V IPC. Choose a kernel built with CONFIG_SYSVIPC</source>
        <translation>이 커널에는 System V IPC가 없습니다. CONFIG_SYSVIPC로 빌드한 커널을 고르세요</translation>
    </message>
    <message>
        <source>this kernel&apos;s event counters cannot be read without waiting on request (RWF_NOWAIT). Choose Linux 5.8 or later</source>
        <translation>이 커널에서는 이벤트 카운터를 기다리지 않고 읽도록 요청할 수 없습니다(RWF_NOWAIT). Linux 5.8 이상을 고르세요</translation>
    </message>
    <message>
        <source>this kernel has no process_vm_readv. Choose one built with CONFIG_CROSS_MEMORY_ATTACH</source>
        <translation>이 커널에는 process_vm_readv가 없습니다. CONFIG_CROSS_MEMORY_ATTACH로 빌드한 커널을 고르세요</translation>
    </message>
    <message>
        <source>process_vm_readv is forbidden here ({why}), as in many containers. Run outside of it, or allow the call in its seccomp profile</source>
        <translation>여기서는 process_vm_readv가 금지되어 있습니다({why}). 컨테이너에서는 흔히 그렇습니다. 컨테이너 밖에서 실행하거나 seccomp 프로필에서 이 호출을 허용하세요</translation>
    </message>
    <message>
        <source>{file} is 3: nobody may read another&apos;s memory until the next start of the system. Set kernel.yama.ptrace_scope to 1 in /etc/sysctl.d and restart</source>
        <translation>{file}이(가) 3입니다. 시스템을 다시 시작할 때까지 아무도 남의 메모리를 읽을 수 없습니다. /etc/sysctl.d에서 kernel.yama.ptrace_scope를 1로 정하고 다시 시작하세요</translation>
    </message>
    <message>
        <source>{file} is 2: only the administrator may read another&apos;s memory. Allow it to relatives: sysctl kernel.yama.ptrace_scope=1</source>
        <translation>{file}이(가) 2입니다. 관리자만 남의 메모리를 읽을 수 있습니다. 친족 프로세스에 허용하세요: sysctl kernel.yama.ptrace_scope=1</translation>
    </message>
    <message>
        <source>{why}. Mount the terminals: mount -t devpts devpts /dev/pts</source>
        <translation>{why}. 터미널을 마운트하세요: mount -t devpts devpts /dev/pts</translation>
    </message>
    <message>
        <source>{why}. Bring the loopback interface up with multicast: ip link set lo up multicast on</source>
        <translation>{why}. 루프백 인터페이스를 멀티캐스트와 함께 올리세요: ip link set lo up multicast on</translation>
    </message>
    <message>
        <source>a datagram sent to a multicast group of the loopback interface does not arrive</source>
        <translation>루프백 인터페이스의 멀티캐스트 그룹에 보낸 데이터그램이 도착하지 않습니다</translation>
    </message>
    <message>
        <source>only &quot;set&quot; takes {known} or cpus. Remove them, or write two steps</source>
        <translation>{known}, cpus는 &quot;set&quot;에만 씁니다. 지우거나 단계를 둘로 나누세요</translation>
    </message>
    <message>
        <source>F_SETPIPE_SZ {bytes} (above fs.pipe-max-size, or all pipes of this user together above fs.pipe-user-pages-soft)</source>
        <translation>F_SETPIPE_SZ {bytes}(fs.pipe-max-size를 넘거나, 이 사용자의 모든 파이프를 합해 fs.pipe-user-pages-soft를 넘음)</translation>
    </message>
    <message>
        <source>mq_open {name}: {bytes} bytes more than the message queues of this user have left of RLIMIT_MSGQUEUE ({limit}; ulimit -q)</source>
        <translation>mq_open {name}: {bytes}바이트를 더하면 이 사용자의 메시지 큐가 쓸 수 있는 RLIMIT_MSGQUEUE({limit}; ulimit -q)를 넘음</translation>
    </message>
    <message>
        <source>timer_create (a timer takes a place among the queued signals of its user: RLIMIT_SIGPENDING, ulimit -i)</source>
        <translation>timer_create(타이머는 그 사용자의 대기 중인 시그널 자리를 하나 차지함: RLIMIT_SIGPENDING, ulimit -i)</translation>
    </message>
    <message>
        <source>msgget: every message queue this system allows exists (kernel.msgmni; ipcs -q)</source>
        <translation>msgget: 이 시스템이 허용하는 메시지 큐가 이미 모두 있음(kernel.msgmni; ipcs -q)</translation>
    </message>
    <message>
        <source>semget: every semaphore this system allows exists (kernel.sem; ipcs -s)</source>
        <translation>semget: 이 시스템이 허용하는 세마포어가 이미 모두 있음(kernel.sem; ipcs -s)</translation>
    </message>
    <message>
        <source>process_vm_readv from process {pid} (who may read another&apos;s memory: ptrace(2), {file})</source>
        <translation>프로세스 {pid}에서 process_vm_readv(누가 남의 메모리를 읽을 수 있는지: ptrace(2), {file})</translation>
    </message>
    <message>
        <source>this program was built without {library}: install the package {package} and build it again</source>
        <translation>이 프로그램은 {library} 없이 빌드되었습니다. {package} 패키지를 설치하고 다시 빌드하십시오</translation>
    </message>
    <message>
        <source>io_uring is switched off here (kernel.io_uring_disabled is {value}). Allow it: sysctl kernel.io_uring_disabled=0</source>
        <translation>여기서는 io_uring이 꺼져 있습니다(kernel.io_uring_disabled 값 {value}). 허용하려면: sysctl kernel.io_uring_disabled=0</translation>
    </message>
    <message>
        <source>how a server waits for its clients, such as &quot;epoll-level&quot; (ipclab list strategies)</source>
        <translation>서버가 클라이언트를 기다리는 방법, 예: &quot;epoll-level&quot; (ipclab list strategies)</translation>
    </message>
    <message>
        <source>how many threads or processes serve, where the strategy has a number of them</source>
        <translation>전략이 여럿을 쓸 때 서비스하는 스레드 또는 프로세스의 수</translation>
    </message>
    <message>
        <source>how many connections may wait to be accepted (listen(2))</source>
        <translation>수락을 기다릴 수 있는 연결의 수(listen(2))</translation>
    </message>
    <message>
        <source>seconds a server waits for a client to go on with what it has begun, before it hangs up</source>
        <translation>클라이언트가 시작한 일을 이어 가기를 서버가 기다리다가 끊을 때까지의 초</translation>
    </message>
    <message>
        <source>how many connections it opens to the server</source>
        <translation>서버에 여는 연결의 수</translation>
    </message>
    <message>
        <source>which of its connections send: below 1 that share of them, from 1 on so many</source>
        <translation>보내는 연결: 1보다 작으면 그 비율, 1부터는 그 수</translation>
    </message>
    <message>
        <source>connections opened per second, 0 for as fast as possible</source>
        <translation>초당 여는 연결의 수, 0이면 될 수 있는 대로 빨리</translation>
    </message>
    <message>
        <source>how far apart requests are due: evenly, or at random</source>
        <translation>요청이 얼마나 떨어져 예정되는지: 고르게, 또는 무작위로</translation>
    </message>
    <message>
        <source>there is no strategy {quoted}</source>
        <translation>{quoted}라는 전략이 없습니다</translation>
    </message>
    <message>
        <source>the strategy {strategy} is not available here: {why}</source>
        <translation>여기서는 전략 {strategy}를 쓸 수 없습니다: {why}</translation>
    </message>
    <message>
        <source>a backlog of {backlog} is above net.core.somaxconn ({limit}), to which the system cuts it. Lower it, or raise that: {command}</source>
        <translation>백로그 {backlog}은(는) net.core.somaxconn({limit})보다 커서 시스템이 그 값으로 줄입니다. 낮추거나 그 값을 올리세요: {command}</translation>
    </message>
    <message>
        <source>the strategy {strategy} has no number of threads or processes. Remove it</source>
        <translation>전략 {strategy}에는 스레드나 프로세스의 수가 없습니다. 지우세요</translation>
    </message>
    <message>
        <source>{active} of {count} connections cannot be active. Lower it, or raise &quot;connections&quot;</source>
        <translation>연결 {count}개 가운데 {active}개가 활동할 수는 없습니다. 낮추거나 &quot;connections&quot;를 올리세요</translation>
    </message>
    <message>
        <source>at the other side of a link of {quoted}, whose program is {program}, only processes of the program {peer} may be; {other} is none</source>
        <translation>프로그램이 {program}인 {quoted}의 링크 맞은편에는 프로그램 {peer}의 프로세스만 있을 수 있는데, {other}은(는) 그렇지 않습니다</translation>
    </message>
    <message>
        <source>no server can listen on the mechanism {mechanism}. Use one of these: {others}</source>
        <translation>IPC 방식 {mechanism}에서는 서버가 들을 수 없습니다. 다음 가운데 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>a link leads to one server, not to {count}. Make a link for each</source>
        <translation>링크 하나는 서버 {count}개가 아니라 하나로 이어집니다. 서버마다 링크를 만드세요</translation>
    </message>
    <message>
        <source>a link to a server has no {field}: each of its connections is a queue of its own. Remove it</source>
        <translation>서버로 가는 링크에는 {field}이(가) 없습니다. 연결 하나하나가 저마다의 큐입니다. 지우세요</translation>
    </message>
    <message>
        <source>{quoted} needs {needed} descriptors for {count} connections; the hard limit of open files is {limit}. Lower &quot;connections&quot;, or raise the limit: {command}, then log in again</source>
        <translation>{quoted}에는 연결 {count}개를 위해 파일 디스크립터 {needed}개가 필요한데, 열 수 있는 파일의 하드 한도는 {limit}입니다. &quot;connections&quot;를 낮추거나 한도를 올린 뒤 다시 로그인하세요: {command}</translation>
    </message>
    <message>
        <source>{count} connections to one address need as many ports; there are {limit} (net.ipv4.ip_local_port_range). Lower &quot;connections&quot;, or widen the range: {command}</source>
        <translation>주소 하나로 가는 연결 {count}개에는 그만큼의 포트가 필요한데, {limit}개뿐입니다(net.ipv4.ip_local_port_range). &quot;connections&quot;를 낮추거나 범위를 넓히세요: {command}</translation>
    </message>
    <message>
        <source>{strategy} can wait for descriptors below {limit} alone, and {count} connections need more: those beyond are closed as they come, and the events say so. Lower &quot;connections&quot; to see all of them served</source>
        <translation>{strategy}는 {limit}보다 작은 파일 디스크립터만 기다릴 수 있는데, 연결 {count}개에는 더 필요합니다. 넘치는 것은 오자마자 닫히고 사건 목록에 남습니다. 모두 서비스받는 것을 보려면 &quot;connections&quot;를 낮추세요</translation>
    </message>
    <message>
        <source>it cannot wait for descriptors from {limit} on</source>
        <translation>{limit}번부터의 파일 디스크립터는 기다리지 못합니다</translation>
    </message>
    <message>
        <source>each of {count} connections would have a thread or a process of its own; it is measured up to {most}</source>
        <translation>연결 {count}개가 저마다 스레드나 프로세스를 하나씩 갖게 되므로 {most}개까지만 측정합니다</translation>
    </message>
    <message>
        <source>not one request was answered</source>
        <translation>응답받은 요청이 하나도 없습니다</translation>
    </message>
    <message>
        <source>{quoted} is made by fork alone, so it is a copy of the launcher, and the library that {mechanism} needs is in a program of its own. Give {quoted} &quot;launch&quot;: &quot;exec&quot;</source>
        <translation>{quoted}은(는) fork만으로 만들므로 런처의 복사본인데, {mechanism}에 필요한 라이브러리는 별도의 프로그램에 있습니다. {quoted}에 &quot;launch&quot;: &quot;exec&quot;를 지정하세요</translation>
    </message>
    <message>
        <source>the buffers of a stack are its library&apos;s own</source>
        <translation>스택의 버퍼는 그 라이브러리의 것입니다</translation>
    </message>
    <message>
        <source>a capacity was asked for, but {counted_why}. Leave it out, or choose another mechanism</source>
        <translation>용량을 요청했지만 {counted_why}. 용량을 지우거나 다른 방식을 고르세요</translation>
    </message>
    <message>
        <source>not built in: needs the package {package}</source>
        <translation>빌드에 포함되지 않았습니다. 패키지 {package}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{program} is missing: build or install again</source>
        <translation>{program}이(가) 없습니다. 다시 빌드하거나 설치하세요</translation>
    </message>
    <message>
        <source>how often a call may be executed that the network may lose</source>
        <translation>네트워크가 잃을 수 있는 호출이 몇 번 실행될 수 있는지</translation>
    </message>
    <message>
        <source>after how many messages the network cuts its links off</source>
        <translation>메시지 몇 개 뒤에 네트워크가 링크를 끊는지</translation>
    </message>
    <message>
        <source>milliseconds an answer is waited for</source>
        <translation>응답을 기다리는 밀리초</translation>
    </message>
    <message>
        <source>how often a call is sent at most</source>
        <translation>호출을 최대 몇 번 보내는지</translation>
    </message>
    <message>
        <source>how often the server is killed in the midst of a call</source>
        <translation>서버를 호출 도중에 몇 번 강제 종료하는지</translation>
    </message>
    <message>
        <source>how many messages may be under way unacknowledged</source>
        <translation>확인되지 않은 채 전송 중일 수 있는 메시지의 수</translation>
    </message>
    <message>
        <source>the share of messages that the network loses</source>
        <translation>네트워크가 잃는 메시지의 비율</translation>
    </message>
    <message>
        <source>the share of messages that the network sends twice</source>
        <translation>네트워크가 두 번 보내는 메시지의 비율</translation>
    </message>
    <message>
        <source>the share of messages that the network lets the next one overtake</source>
        <translation>네트워크가 다음 메시지에 앞지르게 하는 메시지의 비율</translation>
    </message>
    <message>
        <source>milliseconds that the network keeps every message</source>
        <translation>네트워크가 모든 메시지를 붙잡아 두는 밀리초</translation>
    </message>
    <message>
        <source>milliseconds that it keeps a message at most beyond the delay, by chance</source>
        <translation>지연에 더해 확률에 따라 메시지를 붙잡아 두는 최대 밀리초</translation>
    </message>
    <message>
        <source>{quoted} passes on what comes from its first link to its first one out, from its second to its second, and so on: it receives from {receives} and sends on {sends}. Give it as many of both</source>
        <translation>{quoted}은(는) 첫째 링크에서 온 것을 첫째 나가는 링크로, 둘째에서 온 것을 둘째로 전달합니다. 그런데 {receives}개에서 받고 {sends}개로 보냅니다. 둘을 같은 수로 맞추세요</translation>
    </message>
    <message>
        <source>the wire between the two hosts that its ends are on</source>
        <translation>양 끝이 있는 두 호스트 사이의 회선</translation>
    </message>
    <message>
        <source>milliseconds that the wire delays every packet</source>
        <translation>회선이 모든 패킷을 늦추는 밀리초</translation>
    </message>
    <message>
        <source>milliseconds by which that delay varies</source>
        <translation>그 지연이 변하는 폭(밀리초)</translation>
    </message>
    <message>
        <source>the share of packets that the wire loses</source>
        <translation>회선이 잃는 패킷의 비율</translation>
    </message>
    <message>
        <source>how many bytes a second the wire carries</source>
        <translation>회선이 1초에 나르는 바이트 수</translation>
    </message>
    <message>
        <source>a link by {mechanism} does not go over a wire between two hosts. Remove it, or take one of {others}</source>
        <translation>{mechanism} 링크는 두 호스트 사이의 회선을 지나지 않습니다. 빼거나 {others} 가운데 하나를 고르세요</translation>
    </message>
    <message>
        <source>a wire joins two hosts: one sender, one receiver. Leave one of each</source>
        <translation>회선은 두 호스트를 잇습니다. 송신자 하나, 수신자 하나만 남기세요</translation>
    </message>
    <message>
        <source>two hosts joined by a wire cannot be made here ({why}). They are network namespaces: allow user namespaces (sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns=0), or run it as root</source>
        <translation>회선으로 이은 두 호스트를 여기서는 만들 수 없습니다({why}). 두 호스트는 네트워크 네임스페이스입니다. 사용자 네임스페이스를 허용하거나(sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns=0) root로 실행하세요</translation>
    </message>
    <message>
        <source>this kernel cannot delay and lose packets ({why}). Load its module sch_netem (modprobe sch_netem; on some systems in the package linux-modules-extra), give the wire a rate alone, or put a network between the processes</source>
        <translation>이 커널은 패킷을 늦추거나 잃을 수 없습니다({why}). sch_netem 모듈을 적재하거나(modprobe sch_netem, 시스템에 따라 linux-modules-extra 패키지), 회선에 속도만 주거나, 프로세스 사이에 네트워크를 두세요</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: a send buffer of {asked} bytes was asked for, which the system doubles; it gave {given} (limit: net.core.wmem_max)</source>
        <translation>링크 &quot;{link}&quot;: 송신 버퍼 {asked}바이트를 요청했고 시스템은 이를 두 배로 늘리지만, {given}을(를) 주었습니다(한도: net.core.wmem_max)</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: a receive buffer of {asked} bytes was asked for, which the system doubles; it gave {given} (limit: net.core.rmem_max)</source>
        <translation>링크 &quot;{link}&quot;: 수신 버퍼 {asked}바이트를 요청했고 시스템은 이를 두 배로 늘리지만, {given}을(를) 주었습니다(한도: net.core.rmem_max)</translation>
    </message>
    <message>
        <source>the machine did other work in {count} of {all} measurements: {disturbance_why}</source>
        <translation>측정 {all}번 가운데 {count}번 동안 이 컴퓨터가 다른 일을 했습니다: {disturbance_why}</translation>
    </message>
    <message>
        <source>the intervals hold both answers: the repeats disagree, or the difference is small</source>
        <translation>구간에 두 답이 모두 들어 있습니다: 반복한 값이 서로 다르거나 차이가 작습니다</translation>
    </message>
    <message>
        <source>one figure was not measured here: {figure}</source>
        <translation>여기서 측정하지 못한 수치: {figure}</translation>
    </message>
    <message>
        <source>not one message arrived in time</source>
        <translation>제때 도착한 메시지가 하나도 없습니다</translation>
    </message>
    <message>
        <source>ipclab-worker has told something that is no figure: build or install again</source>
        <translation>ipclab-worker가 수치가 아닌 것을 알렸습니다: 다시 빌드하거나 설치하십시오</translation>
    </message>
    <message>
        <source>ipclab-worker could not be started: {error_why}</source>
        <translation>ipclab-worker를 시작하지 못했습니다: {error_why}</translation>
    </message>
    <message>
        <source>the measurement ended before everything was measured</source>
        <translation>모두 측정하기 전에 측정이 끝났습니다</translation>
    </message>
    <message>
        <source>of TCP, whether a small segment waits while one before it is not acknowledged (Nagle)</source>
        <translation>TCP에서, 앞의 세그먼트가 확인되지 않은 동안 작은 세그먼트가 기다리는지(네이글)</translation>
    </message>
    <message>
        <source>of TCP, whether the kernel may delay acknowledgements of what was received</source>
        <translation>TCP에서, 받은 것의 확인 응답을 커널이 미룰 수 있는지</translation>
    </message>
    <message>
        <source>of TCP, how a silent connection is probed; an empty object takes the system&apos;s times</source>
        <translation>TCP에서, 조용한 연결을 어떻게 확인하는지. 빈 객체는 시스템의 시간을 씁니다</translation>
    </message>
    <message>
        <source>seconds without traffic until the first probe</source>
        <translation>오가는 것이 없을 때 첫 탐침까지의 초</translation>
    </message>
    <message>
        <source>seconds between probes</source>
        <translation>탐침 사이의 초</translation>
    </message>
    <message>
        <source>unanswered probes until the connection is given up</source>
        <translation>연결을 포기할 때까지 응답 없는 탐침의 수</translation>
    </message>
    <message>
        <source>of TCP, the algorithm of congestion control, such as &quot;reno&quot;</source>
        <translation>TCP에서, &quot;reno&quot; 같은 혼잡 제어 알고리즘</translation>
    </message>
    <message>
        <source>of TCP, bytes to ask for as send buffer (SO_SNDBUF)</source>
        <translation>TCP에서, 송신 버퍼로 요청할 바이트(SO_SNDBUF)</translation>
    </message>
    <message>
        <source>of TCP, bytes to ask for as receive buffer (SO_RCVBUF)</source>
        <translation>TCP에서, 수신 버퍼로 요청할 바이트(SO_RCVBUF)</translation>
    </message>
    <message>
        <source>of TCP, how many writes hand one message to the system</source>
        <translation>TCP에서, 메시지 하나를 몇 번의 쓰기로 시스템에 넘기는지</translation>
    </message>
    <message>
        <source>the connection is that of {quoted}. Make TCP&apos;s choices there</source>
        <translation>연결은 {quoted}의 것입니다. TCP의 선택은 거기에서 하십시오</translation>
    </message>
    <message>
        <source>this is a choice of TCP, which {mechanism} does not use. Remove it, or use {others}</source>
        <translation>이것은 TCP의 선택이며 {mechanism}은(는) TCP를 쓰지 않습니다. 빼거나 {others}을(를) 쓰십시오</translation>
    </message>
    <message>
        <source>this system has no congestion control {quoted}. Choose one of: {others}</source>
        <translation>이 시스템에는 혼잡 제어 {quoted}이(가) 없습니다. 다음에서 고르십시오: {others}</translation>
    </message>
    <message>
        <source>congestion control {quoted} is not one that any user may choose here. Choose one of: {others}. The administrator can allow it: sysctl net.ipv4.tcp_allowed_congestion_control</source>
        <translation>혼잡 제어 {quoted}은(는) 여기서 일반 사용자가 고를 수 없습니다. 다음에서 고르십시오: {others}. 관리자가 허용할 수 있습니다: sysctl net.ipv4.tcp_allowed_congestion_control</translation>
    </message>
    <message>
        <source>the buffers are divided from the capacity already. Give the capacity or the buffers</source>
        <translation>버퍼는 이미 용량에서 나뉩니다. 용량이나 버퍼 가운데 하나만 주십시오</translation>
    </message>
    <message>
        <source>a command makes its own calls on the socket. Remove this field</source>
        <translation>명령은 소켓에 자기 호출을 직접 합니다. 이 필드를 빼십시오</translation>
    </message>
    <message>
        <source>this system refuses io_uring: {why}</source>
        <translation>이 시스템이 io_uring을 거부합니다: {why}</translation>
    </message>
    <message>
        <source>where its middle stands on the canvas, in half lines of text: [x, y]</source>
        <translation>캔버스에서 그 중심이 놓이는 자리, 글줄 반 개 단위: [x, y]</translation>
    </message>
    <message>
        <source>this is no part of an experiment. Expected an object with {process} (a process), {link} (a link), {object} (a shared object) or {step} (a step), an array of them, or a whole document</source>
        <translation>실험의 구성 요소가 아닙니다. {process}(프로세스), {link}(링크), {object}(공유 객체), {step}(단계) 중 하나를 가진 객체나 그 배열, 또는 문서 전체여야 합니다</translation>
    </message>
    <message>
        <source>a server listens on this machine alone: a link to one has no &quot;wire&quot;. Remove it</source>
        <translation>서버는 이 컴퓨터에서만 기다립니다. 서버로 가는 링크에는 &quot;wire&quot;가 없습니다. 지우세요</translation>
    </message>
    <message>
        <source>{quoted} has {field}, which is about connections, and {mechanism} has none. Remove it, or use one of these mechanisms: {others}</source>
        <translation>{quoted}의 {field}은(는) 연결에 관한 것인데 {mechanism}에는 연결이 없습니다. 지우거나 다음 메커니즘 중 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>{quoted} behaves as {way}, which is a way to treat a connection, and {mechanism} has none. Choose one of {ways}, or use one of these mechanisms: {others}</source>
        <translation>{quoted}의 행동 {way}은(는) 연결을 다루는 방식인데 {mechanism}에는 연결이 없습니다. {ways} 중에서 고르거나 다음 메커니즘 중 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>{quoted} has {field}, after which an answer is given up, and over {mechanism} none is lost. Remove it, or use one of these mechanisms: {others}</source>
        <translation>{quoted}의 {field}은(는) 응답을 포기하기까지의 시간인데 {mechanism}에서는 응답이 사라지지 않습니다. 지우거나 다음 메커니즘 중 하나를 쓰세요: {others}</translation>
    </message>
    <message>
        <source>a link goes from a program to a program; draw from one of them</source>
        <translation>링크는 프로그램에서 프로그램으로 갑니다. 그중 하나에서 그리세요</translation>
    </message>
    <message>
        <source>it starts with the run, or has been started before</source>
        <translation>실행과 함께 시작하거나 이미 시작되었습니다</translation>
    </message>
    <message>
        <source>nobody is left at the other side of link &quot;{link}&quot;</source>
        <translation>링크 &quot;{link}&quot;의 반대쪽에 아무도 남아 있지 않습니다</translation>
    </message>
    <message>
        <source>it does not run now</source>
        <translation>지금 실행 중이 아닙니다</translation>
    </message>
    <message>
        <source>a command cannot be asked. Terminate it</source>
        <translation>명령에는 요청할 수 없습니다. 종료시키십시오</translation>
    </message>
    <message>
        <source>others count on program &quot;{program}&quot; until the run ends. Terminate it, or stop the run</source>
        <translation>다른 프로세스들이 실행이 끝날 때까지 프로그램 &quot;{program}&quot;에 의존합니다. 종료시키거나 실행을 멈추십시오</translation>
    </message>
    <message>
        <source>it has been asked already</source>
        <translation>이미 요청했습니다</translation>
    </message>
    <message>
        <source>link &quot;{link}&quot;: {what} {asked} was refused: {why}</source>
        <translation>링크 &quot;{link}&quot;: {what} {asked}이(가) 거부되었습니다: {why}</translation>
    </message>
    <message>
        <source>how many equal processes run in its place: name-1, name-2 … with an end each wherever it has one</source>
        <translation>대신 실행할 같은 프로세스의 수: 이름-1, 이름-2 … 끝이 있는 곳마다 각자의 끝을 가집니다</translation>
    </message>
    <message>
        <source>true: it does not start with the run, but by a step &quot;start&quot; or by hand</source>
        <translation>true: 실행과 함께 시작하지 않고, &quot;start&quot; 단계로 또는 직접 시작합니다</translation>
    </message>
    <message>
        <source>the name of the link it is done to, instead of a process</source>
        <translation>프로세스 대신 단계를 적용할 링크의 이름</translation>
    </message>
    <message>
        <source>of a pipe, FIFO or System V queue, how many bytes it may hold from now on</source>
        <translation>파이프, FIFO, System V 큐가 이제부터 담을 수 있는 바이트 수</translation>
    </message>
    <message>
        <source>of sockets, bytes to ask for as send buffer (SO_SNDBUF) from now on</source>
        <translation>소켓에 이제부터 송신 버퍼(SO_SNDBUF)로 요청할 바이트 수</translation>
    </message>
    <message>
        <source>of sockets, bytes to ask for as receive buffer (SO_RCVBUF) from now on</source>
        <translation>소켓에 이제부터 수신 버퍼(SO_RCVBUF)로 요청할 바이트 수</translation>
    </message>
    <message>
        <source>a process launched by the window starts with the run. Choose another &quot;launch&quot;</source>
        <translation>창이 시작하는 프로세스는 실행과 함께 시작합니다. 다른 &quot;launch&quot;를 고르십시오</translation>
    </message>
    <message>
        <source>the parties of shared object &quot;{object}&quot; start together. Remove one of the two</source>
        <translation>공유 객체 &quot;{object}&quot;의 참여자는 함께 시작합니다. 둘 중 하나를 지우십시오</translation>
    </message>
    <message>
        <source>mechanism &quot;{mechanism}&quot; of link {link} is handed out when the run starts: nobody can join it later. Choose one of {known}</source>
        <translation>링크 {link}의 방식 &quot;{mechanism}&quot;은(는) 실행을 시작할 때 나누어 주므로 나중에 참여할 수 없습니다. {known} 가운데 하나를 고르십시오</translation>
    </message>
    <message>
        <source>all who send on link {link} start later: the receivers would find nobody. Let one start with the run</source>
        <translation>링크 {link}로 보내는 프로세스가 모두 나중에 시작하므로, 받는 쪽은 아무도 찾지 못합니다. 하나는 실행과 함께 시작하게 하십시오</translation>
    </message>
    <message>
        <source>all who receive on link {link} start later: the senders would find nobody. Let one start with the run</source>
        <translation>링크 {link}에서 받는 프로세스가 모두 나중에 시작하므로, 보내는 쪽은 아무도 찾지 못합니다. 하나는 실행과 함께 시작하게 하십시오</translation>
    </message>
    <message>
        <source>nobody starts with the run. Let one process do so</source>
        <translation>실행과 함께 시작하는 프로세스가 없습니다. 하나는 그렇게 하십시오</translation>
    </message>
    <message>
        <source>{process} starts with the run. Say &quot;starts_later&quot;: true of it, or remove the step</source>
        <translation>{process}은(는) 실행과 함께 시작합니다. &quot;starts_later&quot;: true를 쓰거나 이 단계를 지우십시오</translation>
    </message>
    <message>
        <source>{process} is started by {step} already. Remove one of them</source>
        <translation>{process}은(는) 이미 {step}에서 시작됩니다. 둘 중 하나를 지우십시오</translation>
    </message>
    <message>
        <source>{process} starts later, and has not been started by then</source>
        <translation>{process}은(는) 나중에 시작하며, 그때까지 시작되지 않았습니다</translation>
    </message>
    <message>
        <source>program &quot;{program}&quot; of {process} cannot be asked to end while others go on. Use &quot;terminate&quot;</source>
        <translation>{process}의 프로그램 &quot;{program}&quot;에는 다른 프로세스가 계속하는 동안 끝나라고 요청할 수 없습니다. &quot;terminate&quot;를 쓰십시오</translation>
    </message>
    <message>
        <source>together the document runs {count} processes; expected at most {most}. Lower &quot;copies&quot;</source>
        <translation>문서가 모두 합쳐 프로세스 {count}개를 실행합니다. 최대 {most}개여야 합니다. &quot;copies&quot;를 줄이십시오</translation>
    </message>
    <message>
        <source>a step is done to a process or to a link. Name one of them</source>
        <translation>단계는 프로세스나 링크에 적용합니다. 둘 중 하나를 쓰십시오</translation>
    </message>
    <message>
        <source>a step is done to a process or to a link, not to both. Remove one</source>
        <translation>단계는 프로세스나 링크 하나에만 적용합니다. 하나를 지우십시오</translation>
    </message>
    <message>
        <source>of a link there is only &quot;set&quot;. Set {known}, or name a process</source>
        <translation>링크에는 &quot;set&quot;만 할 수 있습니다. {known}을(를) 설정하거나 프로세스를 쓰십시오</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; is of a process, and this step is done to a link. Remove it</source>
        <translation>&quot;{field}&quot;은(는) 프로세스의 필드인데 이 단계는 링크에 적용합니다. 지우십시오</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; is of a link, and this step is done to a process. Remove it</source>
        <translation>&quot;{field}&quot;은(는) 링크의 필드인데 이 단계는 프로세스에 적용합니다. 지우십시오</translation>
    </message>
    <message>
        <source>mechanism &quot;{mechanism}&quot; cannot change &quot;{field}&quot; while it is used. Remove it</source>
        <translation>방식 &quot;{mechanism}&quot;은(는) 사용 중에 &quot;{field}&quot;을(를) 바꿀 수 없습니다. 지우십시오</translation>
    </message>
    <message>
        <source>more is queued in it than {bytes} bytes would hold (EBUSY). Let it drain, or ask for more</source>
        <translation>{bytes}바이트가 담을 수 있는 것보다 많이 쌓여 있습니다(EBUSY). 비워질 때까지 기다리거나 더 큰 값을 요청하십시오</translation>
    </message>
    <message>
        <source>{bytes} bytes are above this system&apos;s {limit_name} ({limit}) and CAP_SYS_RESOURCE is missing (EPERM). Ask for less, or raise the limit with sysctl</source>
        <translation>{bytes}바이트는 이 시스템의 {limit_name}({limit})보다 크고 CAP_SYS_RESOURCE가 없습니다(EPERM). 더 작은 값을 요청하거나 sysctl로 한도를 올리십시오</translation>
    </message>
    <message>
        <source>{bytes} bytes would bring all pipes of this user above fs.pipe-user-pages-soft (EPERM). Ask for less, or raise that limit with sysctl</source>
        <translation>{bytes}바이트면 이 사용자의 모든 파이프를 합쳐 fs.pipe-user-pages-soft를 넘습니다(EPERM). 더 작은 값을 요청하거나 sysctl로 그 한도를 올리십시오</translation>
    </message>
    <message>
        <source>no process has that end of it open now. Try again once it has</source>
        <translation>지금 그쪽 끝을 열어 둔 프로세스가 없습니다. 열린 다음에 다시 하십시오</translation>
    </message>
    <message>
        <source>its messages have up to {message} bytes: below {bytes} bytes none would fit. Ask for more</source>
        <translation>메시지가 최대 {message}바이트이므로 {bytes}바이트로는 들어가지 않습니다. 더 큰 값을 요청하십시오</translation>
    </message>
    <message>
        <source>this mechanism cannot change that while it is used. Set it before the run</source>
        <translation>이 방식은 사용 중에 그것을 바꿀 수 없습니다. 실행하기 전에 설정하십시오</translation>
    </message>
    <message>
        <source>this machine is busy, which disturbs what is measured now: others use {others} of a CPU, the hypervisor takes {stolen} of one; busiest: {who}</source>
        <translation>이 컴퓨터가 바빠서 지금 재는 값이 흔들립니다. 다른 프로세스가 CPU 하나의 {others}을(를) 쓰고 하이퍼바이저가 {stolen}을(를) 가져갑니다. 가장 바쁜 것: {who}</translation>
    </message>
    <message>
        <source>this machine is busy, which disturbs what is measured now: others use {others} of a CPU, the hypervisor takes {stolen} of one; who they are cannot be seen from here</source>
        <translation>이 컴퓨터가 바빠서 지금 재는 값이 흔들립니다. 다른 프로세스가 CPU 하나의 {others}을(를) 쓰고 하이퍼바이저가 {stolen}을(를) 가져갑니다. 누구인지는 여기서 보이지 않습니다</translation>
    </message>
    <message>
        <source>nothing else is busy here: of {cpus} CPUs others use {others} of one, the hypervisor takes {stolen}</source>
        <translation>여기서 바쁜 다른 것은 없습니다. CPU {cpus}개 가운데 다른 프로세스가 하나의 {others}을(를) 쓰고 하이퍼바이저가 {stolen}을(를) 가져갑니다</translation>
    </message>
    <message>
        <source>not told by this system</source>
        <translation>이 시스템은 알려 주지 않음</translation>
    </message>
    <message>
        <source>now {now}, between {low} and {high}; governor: {governor}</source>
        <translation>지금 {now}, {low}에서 {high} 사이, 거버너: {governor}</translation>
    </message>
    <message>
        <source>none is seen</source>
        <translation>보이지 않음</translation>
    </message>
    <message>
        <source>a hypervisor that does not tell its name</source>
        <translation>이름을 알려 주지 않는 하이퍼바이저</translation>
    </message>
    <message>
        <source>{hypervisor_why}; in a container ({kind})</source>
        <translation>{hypervisor_why}, 컨테이너({kind}) 안</translation>
    </message>
    <message>
        <source>{memory}, swap space {swap}</source>
        <translation>{memory}, 스왑 공간 {swap}</translation>
    </message>
    <message>
        <source>&quot;ipclab.lab/1&quot;, the format of this exercise</source>
        <translation>이 실습의 형식인 &quot;ipclab.lab/1&quot;</translation>
    </message>
    <message>
        <source>its version: raised when answers of an older one no longer fit</source>
        <translation>판 번호. 예전 판의 답이 더는 맞지 않을 때 올립니다</translation>
    </message>
    <message>
        <source>its title for students</source>
        <translation>학생에게 보일 제목</translation>
    </message>
    <message>
        <source>what a student can do afterwards, in one sentence</source>
        <translation>하고 나면 학생이 할 수 있게 되는 것을 한 문장으로</translation>
    </message>
    <message>
        <source>the rows of the curriculum it practises, such as &quot;M2&quot;</source>
        <translation>다루는 교육 과정 항목, 예: &quot;M2&quot;</translation>
    </message>
    <message>
        <source>how many minutes it takes</source>
        <translation>걸리는 시간(분)</translation>
    </message>
    <message>
        <source>what the machine must have, such as &quot;mechanism:posix-mq&quot;, &quot;observe:exact&quot; or &quot;cpus:2&quot;</source>
        <translation>컴퓨터에 있어야 하는 것, 예: &quot;mechanism:posix-mq&quot;, &quot;observe:exact&quot;, &quot;cpus:2&quot;</translation>
    </message>
    <message>
        <source>whether a hint costs a tenth of its check&apos;s points</source>
        <translation>힌트를 보면 그 검사 점수의 10분의 1이 깎이는지</translation>
    </message>
    <message>
        <source>what is done, one after the other</source>
        <translation>차례로 하는 일</translation>
    </message>
    <message>
        <source>questions that are answered in words</source>
        <translation>말로 답하는 질문</translation>
    </message>
    <message>
        <source>a reference, which passes, and wrong solutions with the checks that must find them</source>
        <translation>통과하는 모범 풀이와, 틀린 풀이와 그것을 찾아내야 하는 검사</translation>
    </message>
    <message>
        <source>the id of the step, as in the heading of its section in en.md and ko.md</source>
        <translation>단계의 id. en.md와 ko.md에 있는 해당 절의 제목과 같습니다</translation>
    </message>
    <message>
        <source>the step in a few words</source>
        <translation>단계를 몇 마디로</translation>
    </message>
    <message>
        <source>what is asked before the run</source>
        <translation>실행 전에 묻는 것</translation>
    </message>
    <message>
        <source>the id of an experiment of the library that is started</source>
        <translation>시작할 실험의 목록 id</translation>
    </message>
    <message>
        <source>the experiment that is started</source>
        <translation>시작할 실험</translation>
    </message>
    <message>
        <source>the settings a student may change, such as &quot;producer.rate_per_s&quot; or &quot;links.*.capacity&quot;</source>
        <translation>학생이 바꿀 수 있는 설정, 예: &quot;producer.rate_per_s&quot;, &quot;links.*.capacity&quot;</translation>
    </message>
    <message>
        <source>whether processes and links may be added and removed</source>
        <translation>프로세스와 링크를 더하고 뺄 수 있는지</translation>
    </message>
    <message>
        <source>the process that the student&apos;s own program takes the place of</source>
        <translation>학생의 프로그램이 대신할 프로세스</translation>
    </message>
    <message>
        <source>what the student&apos;s program has to do</source>
        <translation>학생의 프로그램이 해야 할 일</translation>
    </message>
    <message>
        <source>how often it is run before it is judged</source>
        <translation>판정하기 전에 몇 번 실행하는지</translation>
    </message>
    <message>
        <source>what has to be so</source>
        <translation>그래야 하는 것</translation>
    </message>
    <message>
        <source>how it is answered</source>
        <translation>답하는 방법</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>the answers to choose from or to order</source>
        <translation>고르거나 차례를 매길 답</translation>
    </message>
    <message>
        <source>the unit of the number, as it is shown</source>
        <translation>화면에 보일 수의 단위</translation>
    </message>
    <message>
        <source>the least that may be entered</source>
        <translation>넣을 수 있는 가장 작은 값</translation>
    </message>
    <message>
        <source>the most that may be entered</source>
        <translation>넣을 수 있는 가장 큰 값</translation>
    </message>
    <message>
        <source>where the points of the curve stand, ascending</source>
        <translation>곡선의 점이 놓일 자리, 작은 것부터</translation>
    </message>
    <message>
        <source>what stands on the axis under the curve</source>
        <translation>곡선 아래 축에 적을 것</translation>
    </message>
    <message>
        <source>how it was really: an expression, or of an ordering or a curve one for each option or point</source>
        <translation>실제로는 어떠했는지: 식 하나, 또는 차례나 곡선이면 항목이나 점마다 하나씩</translation>
    </message>
    <message>
        <source>how far off still counts, as a share of the value</source>
        <translation>얼마나 벗어나도 되는지, 값에 대한 비율로</translation>
    </message>
    <message>
        <source>how far off still counts, in its unit</source>
        <translation>얼마나 벗어나도 되는지, 그 단위로</translation>
    </message>
    <message>
        <source>what it counts</source>
        <translation>배점</translation>
    </message>
    <message>
        <source>an id in small letters, digits and &apos;-&apos; that nothing else in the exercise has</source>
        <translation>작은 글자, 숫자, &apos;-&apos;로 된 id. 이 실습에서 다른 것이 쓰지 않아야 합니다</translation>
    </message>
    <message>
        <source>what is asked for, in a few words</source>
        <translation>요구하는 것을 몇 마디로</translation>
    </message>
    <message>
        <source>the ids of earlier checks without which this one is not judged</source>
        <translation>앞선 검사의 id. 그것이 통과하지 않으면 판정하지 않습니다</translation>
    </message>
    <message>
        <source>what is measured: an expression such as link(&quot;pipe&quot;).received</source>
        <translation>측정하는 것: link(&quot;pipe&quot;).received 같은 식</translation>
    </message>
    <message>
        <source>how it has to stand to the value</source>
        <translation>값과 어떤 관계여야 하는지</translation>
    </message>
    <message>
        <source>the value it is compared with: a number or an expression</source>
        <translation>견줄 값: 수 또는 식</translation>
    </message>
    <message>
        <source>the upper bound: a number or an expression</source>
        <translation>위쪽 한계: 수 또는 식</translation>
    </message>
    <message>
        <source>in how many of the trials it has to hold</source>
        <translation>실행 가운데 몇 번 성립해야 하는지</translation>
    </message>
    <message>
        <source>what is said when it holds; {measured}, {expected} and {upper} are put in</source>
        <translation>성립할 때 하는 말. {measured}, {expected}, {upper}에는 수가 들어갑니다</translation>
    </message>
    <message>
        <source>what is said when it does not hold, and why that may be</source>
        <translation>성립하지 않을 때 하는 말과 그 까닭</translation>
    </message>
    <message>
        <source>a hint, shown when it is asked for</source>
        <translation>청하면 보여 줄 힌트</translation>
    </message>
    <message>
        <source>why it is so, shown after the verdict</source>
        <translation>왜 그런지. 판정 뒤에 보입니다</translation>
    </message>
    <message>
        <source>false: its verdict is for the teacher alone</source>
        <translation>false이면 판정을 선생님만 봅니다</translation>
    </message>
    <message>
        <source>the chart that shows it</source>
        <translation>그것을 보여 주는 차트</translation>
    </message>
    <message>
        <source>how many words the answer has at least</source>
        <translation>답의 최소 단어 수</translation>
    </message>
    <message>
        <source>the solution in a few words</source>
        <translation>풀이를 몇 마디로</translation>
    </message>
    <message>
        <source>by the id of the step, what is set there, as --set takes it</source>
        <translation>단계의 id마다 거기서 정할 것. --set과 같은 꼴입니다</translation>
    </message>
    <message>
        <source>the checks that must not hold with it; none: the reference, with which all hold</source>
        <translation>이 풀이로는 성립하지 않아야 하는 검사. 없으면 모두 성립하는 모범 풀이입니다</translation>
    </message>
    <message>
        <source>an expression: a number, or a text such as {form}</source>
        <translation>식: 수, 또는 {form} 같은 글</translation>
    </message>
    <message>
        <source>at character {at} of the expression: {what_why}</source>
        <translation>식의 {at}번째 글자에서: {what_why}</translation>
    </message>
    <message>
        <source>the expression asks for what there is not: {what_why}</source>
        <translation>식이 없는 것을 묻습니다: {what_why}</translation>
    </message>
    <message>
        <source>{id} is used twice in this exercise. Give each its own id</source>
        <translation>이 실습에서 {id}가 두 번 쓰였습니다. 저마다 다른 id를 주세요</translation>
    </message>
    <message>
        <source>found {id}, expected small letters, digits and &apos;-&apos;</source>
        <translation>{id}가 있지만, 작은 글자와 숫자와 &apos;-&apos;만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>there is no check {id} before this one</source>
        <translation>이것보다 앞에 {id}라는 검사가 없습니다</translation>
    </message>
    <message>
        <source>there is no check {id} in this exercise</source>
        <translation>이 실습에는 {id}라는 검사가 없습니다</translation>
    </message>
    <message>
        <source>there is no step {id} in this exercise</source>
        <translation>이 실습에는 {id}라는 단계가 없습니다</translation>
    </message>
    <message>
        <source>there is no experiment {id} in the library</source>
        <translation>실험 목록에 {id}라는 실험이 없습니다</translation>
    </message>
    <message>
        <source>a step has a preset or an experiment of its own, not both</source>
        <translation>단계에는 목록의 실험이나 자기 실험 가운데 하나만 있을 수 있습니다</translation>
    </message>
    <message>
        <source>the first step that checks anything needs an experiment or a preset</source>
        <translation>무엇이든 검사하는 첫 단계에는 실험이 있어야 합니다</translation>
    </message>
    <message>
        <source>it has to hold {count} times, but the step is run {trials} times</source>
        <translation>{count}번 성립해야 하지만 단계는 {trials}번만 실행됩니다</translation>
    </message>
    <message>
        <source>found {count} expressions, expected one for each of the {most}</source>
        <translation>식이 {count}개 있지만 {most}개마다 하나씩 있어야 합니다</translation>
    </message>
    <message>
        <source>a choice and an ordering need at least two options</source>
        <translation>고르기와 차례 매기기에는 항목이 적어도 둘 있어야 합니다</translation>
    </message>
    <message>
        <source>a curve needs at least two points in &quot;at&quot;, ascending</source>
        <translation>곡선에는 &quot;at&quot;에 작은 것부터 점이 적어도 둘 있어야 합니다</translation>
    </message>
    <message>
        <source>&quot;low&quot; has to be below &quot;high&quot;</source>
        <translation>&quot;low&quot;는 &quot;high&quot;보다 작아야 합니다</translation>
    </message>
    <message>
        <source>this relation needs a &quot;value&quot;, and &quot;between&quot; an &quot;upper&quot; too</source>
        <translation>이 관계에는 &quot;value&quot;가, &quot;between&quot;에는 &quot;upper&quot;도 있어야 합니다</translation>
    </message>
    <message>
        <source>{file} has no section &quot;# {id}&quot; for this step</source>
        <translation>{file}에 이 단계의 절 &quot;# {id}&quot;가 없습니다</translation>
    </message>
    <message>
        <source>{file} has a section &quot;# {id}&quot;, but there is no such step</source>
        <translation>{file}에 절 &quot;# {id}&quot;가 있지만 그런 단계는 없습니다</translation>
    </message>
    <message>
        <source>the text is missing in {language}</source>
        <translation>{language} 글이 없습니다</translation>
    </message>
    <message>
        <source>no wrong solution is said to fail this check: a check that cannot fail judges nothing</source>
        <translation>이 검사에서 실패하는 틀린 풀이가 없습니다. 실패할 수 없는 검사는 아무것도 판정하지 못합니다</translation>
    </message>
    <message>
        <source>there is no reference solution (one whose &quot;fails&quot; is empty)</source>
        <translation>모범 풀이(&quot;fails&quot;가 빈 것)가 없습니다</translation>
    </message>
    <message>
        <source>{need} is nothing that can be needed. Known: mechanism:ID, observe:exact, cpus:N, right:real-time, tool:cc</source>
        <translation>{need}라는 요구는 없습니다. 쓸 수 있는 것: mechanism:ID, observe:exact, cpus:N, right:real-time, tool:cc</translation>
    </message>
    <message>
        <source>this machine has one processor</source>
        <translation>이 컴퓨터에는 프로세서가 하나뿐입니다</translation>
    </message>
    <message>
        <source>this machine has {count} processors</source>
        <translation>이 컴퓨터에는 프로세서가 {count}개입니다</translation>
    </message>
    <message>
        <source>{tool} is not installed</source>
        <translation>{tool}이 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>nothing was predicted</source>
        <translation>아무것도 예측하지 않았습니다</translation>
    </message>
    <message>
        <source>runs that are still to be made: {count}</source>
        <translation>아직 해야 할 실행: {count}</translation>
    </message>
    <message>
        <source>what was really so is no number</source>
        <translation>실제 값이 수가 아닙니다</translation>
    </message>
    <message>
        <source>this is no zip archive that can be read: {error}</source>
        <translation>읽을 수 있는 zip 보관 파일이 아닙니다: {error}</translation>
    </message>
    <message>
        <source>the archive is damaged at {name}</source>
        <translation>보관 파일이 {name}에서 손상되었습니다</translation>
    </message>
    <message>
        <source>the archive holds a file called {name}; expected a plain relative name</source>
        <translation>보관 파일에 {name}이라는 파일이 있습니다. 평범한 상대 이름이어야 합니다</translation>
    </message>
    <message>
        <source>the archive holds a link, {name}</source>
        <translation>보관 파일에 링크 {name}이 들어 있습니다</translation>
    </message>
    <message>
        <source>{name} in the archive is encrypted</source>
        <translation>보관 파일의 {name}은 암호화되어 있습니다</translation>
    </message>
    <message>
        <source>the archive would be too large when it is unpacked (at {name})</source>
        <translation>보관 파일을 풀면 너무 커집니다({name}에서)</translation>
    </message>
    <message>
        <source>the archive holds {count} files; at most {most} are read</source>
        <translation>보관 파일에 파일이 {count}개 있습니다. 많아야 {most}개까지 읽습니다</translation>
    </message>
    <message>
        <source>the archive holds {name} twice</source>
        <translation>보관 파일에 {name}이 두 번 들어 있습니다</translation>
    </message>
    <message>
        <source>{file} cannot be written: {error}</source>
        <translation>{file}을 쓸 수 없습니다: {error}</translation>
    </message>
    <message>
        <source>this is no work on an exercise (&quot;ipclab.work/1&quot;)</source>
        <translation>실습의 작업(&quot;ipclab.work/1&quot;)이 아닙니다</translation>
    </message>
    <message>
        <source>its field {name} is missing, or holds what it cannot hold</source>
        <translation>{name} 필드가 없거나, 담을 수 없는 것을 담고 있습니다</translation>
    </message>
    <message>
        <source>{file} was cut off before its run had ended, and is not judged</source>
        <translation>{file}은 실행이 끝나기 전에 끊겨서 판정하지 않습니다</translation>
    </message>
    <message>
        <source>{file} is of another experiment than the exercise allows: {name} was changed. It is not judged</source>
        <translation>{file}은 실습이 허락하지 않는 다른 실험의 것입니다. {name} 값이 바뀌어 판정하지 않습니다</translation>
    </message>
    <message>
        <source>there is no submission.json in it that can be read</source>
        <translation>그 안에 읽을 수 있는 submission.json이 없습니다</translation>
    </message>
    <message>
        <source>it is of an exercise {id}, which is not known here</source>
        <translation>여기서 알지 못하는 실습 {id}의 것입니다</translation>
    </message>
    <message>
        <source>the recording {file} is missing</source>
        <translation>기록 {file}이 없습니다</translation>
    </message>
    <message>
        <source>it was made with another text of the exercise (version {version}; here: {mine}) and is judged by the one here</source>
        <translation>실습의 다른 글(판 {version}, 여기는 {mine})로 만들어졌으며, 여기 것으로 판정합니다</translation>
    </message>
    <message>
        <source>{file} was put in afterwards: no hash of it was handed in</source>
        <translation>{file}은 나중에 넣은 것입니다. 제출할 때 해시가 없었습니다</translation>
    </message>
    <message>
        <source>{file} is not what was handed in: its hash differs</source>
        <translation>{file}은 제출한 것과 다릅니다. 해시가 다릅니다</translation>
    </message>
    <message>
        <source>a run in it is also in {file}</source>
        <translation>그 안의 실행이 {file}에도 있습니다</translation>
    </message>
    <message>
        <source>one value was wanted where there is a list: sum(), max() or count() make one of it</source>
        <translation>목록이 있는 자리에 값 하나가 필요했습니다. sum(), max(), count()로 하나를 만드세요</translation>
    </message>
    <message>
        <source>the calculation has no finite result</source>
        <translation>계산 결과가 유한하지 않습니다</translation>
    </message>
    <message>
        <source>the calculation divides by zero</source>
        <translation>계산이 0으로 나눕니다</translation>
    </message>
    <message>
        <source>two values of different kinds were compared</source>
        <translation>서로 다른 종류의 값을 견주었습니다</translation>
    </message>
    <message>
        <source>something was calculated with that is no number</source>
        <translation>수가 아닌 것으로 계산했습니다</translation>
    </message>
    <message>
        <source>something was asked to be true or false that is neither</source>
        <translation>참도 거짓도 아닌 것에 참과 거짓을 물었습니다</translation>
    </message>
    <message>
        <source>{function}() was asked of nothing</source>
        <translation>{function}()에 넣을 것이 없습니다</translation>
    </message>
    <message>
        <source>{quantity} of {name} is not known of this run</source>
        <translation>이 실행에서는 {name}의 {quantity} 값을 알 수 없습니다</translation>
    </message>
    <message>
        <source>this run has nothing of that name: {asked}</source>
        <translation>이 실행에는 그런 이름이 없습니다: {asked}</translation>
    </message>
    <message>
        <source>{name} was not seen to end</source>
        <translation>{name}의 종료가 보이지 않았습니다</translation>
    </message>
    <message>
        <source>{name} was ended by a signal and has no exit code</source>
        <translation>{name} 프로세스는 시그널로 끝나서 종료 코드가 없습니다</translation>
    </message>
    <message>
        <source>the states of {name} were not observed</source>
        <translation>{name}의 상태를 관측하지 않았습니다</translation>
    </message>
    <message>
        <source>descendants are not known where nobody observes</source>
        <translation>관측하지 않으면 자손을 알 수 없습니다</translation>
    </message>
    <message>
        <source>an event {event} did not tell its {field}</source>
        <translation>사건 {event}에 {field} 값이 없습니다</translation>
    </message>
    <message>
        <source>the experiment has no single value {pointer}</source>
        <translation>이 실험에는 {pointer}라는 값이 없습니다</translation>
    </message>
    <message>
        <source>{name} ended by itself and not by a signal</source>
        <translation>{name} 프로세스는 시그널이 아니라 스스로 끝났습니다</translation>
    </message>
    <message>
        <source>there is no step {id} before this one</source>
        <translation>이 단계 앞에 {id} 단계가 없습니다</translation>
    </message>
    <message>
        <source>no link of the experiment is called {name}</source>
        <translation>실험에 {name}(이)라는 링크가 없습니다</translation>
    </message>
    <message>
        <source>no shared object of the experiment is called {name}</source>
        <translation>실험에 {name}(이)라는 공유 객체가 없습니다</translation>
    </message>
    <message>
        <source>not judged before this holds: {what}</source>
        <translation>다음이 성립해야 판정합니다: {what}</translation>
    </message>
    <message>
        <source>the list has {count} items and no item {number}</source>
        <translation>목록의 항목은 {count}개이고 {number}번째 항목은 없습니다</translation>
    </message>
    <message>
        <source>the step {id} was not run</source>
        <translation>{id} 단계를 실행하지 않았습니다</translation>
    </message>
    <message>
        <source>nothing was expected here any more, or an operator between two values</source>
        <translation>여기에는 더 올 것이 없거나, 두 값 사이에 연산자가 와야 합니다</translation>
    </message>
    <message>
        <source>a comparison is written == here</source>
        <translation>비교는 여기서 ==로 씁니다</translation>
    </message>
    <message>
        <source>this is nested too deeply: {count} levels are the most</source>
        <translation>너무 깊이 중첩되었습니다. 최대 {count}단계입니다</translation>
    </message>
    <message>
        <source>an expression has at most {count} bytes</source>
        <translation>식은 최대 {count}바이트입니다</translation>
    </message>
    <message>
        <source>a value was expected here</source>
        <translation>여기에 값이 와야 합니다</translation>
    </message>
    <message>
        <source>a value was expected here: a number, a text in quotes, a name or a bracket</source>
        <translation>여기에 값이 와야 합니다. 수, 따옴표로 묶은 문자열, 이름 또는 괄호입니다</translation>
    </message>
    <message>
        <source>a closing ) was expected here</source>
        <translation>여기에 닫는 )가 와야 합니다</translation>
    </message>
    <message>
        <source>a closing ) or a comma was expected here</source>
        <translation>여기에 닫는 )나 쉼표가 와야 합니다</translation>
    </message>
    <message>
        <source>this text has no closing quote</source>
        <translation>이 문자열에는 닫는 따옴표가 없습니다</translation>
    </message>
    <message>
        <source>this is no number that can be used</source>
        <translation>쓸 수 있는 수가 아닙니다</translation>
    </message>
    <message>
        <source>* stands for names, as in link(*)</source>
        <translation>*는 link(*)처럼 이름을 대신합니다</translation>
    </message>
    <message>
        <source>step() takes the id of an earlier step, in quotes, and what is asked of it</source>
        <translation>step()에는 따옴표로 묶은 앞 단계의 id와 그 단계에 묻는 식이 와야 합니다</translation>
    </message>
    <message>
        <source>a wrong number of values for {function}(): {count}; it takes {least}</source>
        <translation>{function}()의 값이 {count}개로 맞지 않습니다. {least}개여야 합니다</translation>
    </message>
    <message>
        <source>a wrong number of values for {function}(): {count}; it takes {least} or more</source>
        <translation>{function}()의 값이 {count}개로 맞지 않습니다. {least}개 이상이어야 합니다</translation>
    </message>
    <message>
        <source>a wrong number of values for {function}(): {count}; it takes {least} to {most}</source>
        <translation>{function}()의 값이 {count}개로 맞지 않습니다. {least}~{most}개여야 합니다</translation>
    </message>
    <message>
        <source>nothing is called {name}</source>
        <translation>{name}(이)라는 이름은 없습니다</translation>
    </message>
    <message>
        <source>behind {word}(…) a name is missing</source>
        <translation>{word}(…) 뒤에 이름이 빠졌습니다</translation>
    </message>
    <message>
        <source>{name} is nothing of {word}</source>
        <translation>{word}에는 {name}(이)가 없습니다</translation>
    </message>
    <message>
        <source>{word}(…) is a value: nothing follows it with a dot</source>
        <translation>{word}(…)는 값이므로 뒤에 점으로 이어질 것이 없습니다</translation>
    </message>
    <message>
        <source>{word}() takes the name of a process, in quotes</source>
        <translation>{word}()에는 따옴표로 묶은 프로세스 이름이 와야 합니다</translation>
    </message>
    <message>
        <source>time_in() takes a state as its second value: &quot;running&quot;, &quot;ready&quot;, &quot;waiting&quot; …</source>
        <translation>time_in()의 두 번째 값은 &quot;running&quot;, &quot;ready&quot;, &quot;waiting&quot; 같은 상태여야 합니다</translation>
    </message>
    <message>
        <source>waited() takes a reason as its second value, such as &quot;full&quot; or &quot;empty&quot;</source>
        <translation>waited()의 두 번째 값은 &quot;full&quot;이나 &quot;empty&quot; 같은 이유여야 합니다</translation>
    </message>
    <message>
        <source>setting() takes a JSON pointer, such as &quot;/links/0/capacity&quot;</source>
        <translation>setting()에는 &quot;/links/0/capacity&quot; 같은 JSON 포인터가 와야 합니다</translation>
    </message>
    <message>
        <source>event() takes the id of a kind of event, in quotes</source>
        <translation>event()에는 따옴표로 묶은 사건 종류의 id가 와야 합니다</translation>
    </message>
    <message>
        <source>behind the process event() takes pairs: the name of a field and what it has to be</source>
        <translation>event()의 프로세스 뒤에는 필드 이름과 그 값의 쌍이 와야 합니다</translation>
    </message>
    <message>
        <source>there is no event {event}</source>
        <translation>{event}(이)라는 사건은 없습니다</translation>
    </message>
    <message>
        <source>an event {event} has no field {field}</source>
        <translation>{event} 사건에는 {field} 필드가 없습니다</translation>
    </message>
    <message>
        <source>* stands for names; a field has to be something</source>
        <translation>*는 이름을 대신합니다. 필드에는 값이 있어야 합니다</translation>
    </message>
    <message>
        <source>the C source to begin with, or the name of a file beside lab.json</source>
        <translation>시작할 C 소스, 또는 lab.json 옆에 있는 파일의 이름</translation>
    </message>
    <message>
        <source>by the id of the step, the C file beside lab.json that is the program there</source>
        <translation>단계의 id별로, 그 단계의 프로그램이 되는 lab.json 옆의 C 파일</translation>
    </message>
    <message>
        <source>no process of the experiment is called {name} and a command</source>
        <translation>실험에 {name}이라는 이름의 명령 프로세스가 없습니다</translation>
    </message>
    <message>
        <source>there is no C file {file} beside lab.json</source>
        <translation>lab.json 옆에 C 파일 {file}이 없습니다</translation>
    </message>
    <message>
        <source>the step {id} has no &quot;program&quot; to be filled</source>
        <translation>단계 {id}에는 채울 &quot;program&quot;이 없습니다</translation>
    </message>
    <message>
        <source>the compiler could not be started: {error_why}</source>
        <translation>컴파일러를 시작할 수 없습니다: {error_why}</translation>
    </message>
    <message>
        <source>the compiler was ended after {seconds} s</source>
        <translation>{seconds}초 뒤에 컴파일러를 끝냈습니다</translation>
    </message>
    <message>
        <source>the compiler was ended when it had said more than {most} bytes</source>
        <translation>컴파일러의 메시지가 {most}바이트를 넘어 컴파일러를 끝냈습니다</translation>
    </message>
    <message>
        <source>the compiler was stopped</source>
        <translation>컴파일을 중지했습니다</translation>
    </message>
    <message>
        <source>the compiler was ended by signal {signal}: it may take so much time and memory, and no more</source>
        <translation>컴파일러가 시그널 {signal}로 끝났습니다. 쓸 수 있는 시간과 메모리가 정해져 있습니다</translation>
    </message>
    <message>
        <source>the source is no text in UTF-8</source>
        <translation>소스가 UTF-8 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>{file} cannot be the program: {what_why}</source>
        <translation>{file}은 프로그램이 될 수 없습니다: {what_why}</translation>
    </message>
    <message>
        <source>it is no file that may be executed</source>
        <translation>실행할 수 있는 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it has more than {most} bytes</source>
        <translation>{most}바이트를 넘습니다</translation>
    </message>
    <message>
        <source>{file} was run with another program than the one handed in for {id}</source>
        <translation>{file}은 {id}에 제출된 것과 다른 프로그램으로 실행되었습니다</translation>
    </message>
    <message>
        <source>the source of {id} is missing</source>
        <translation>{id}의 소스가 없습니다</translation>
    </message>
    <message>
        <source>its source of {id} is, apart from white space, that of {file}</source>
        <translation>{id}의 소스가 공백을 빼면 {file}의 것과 같습니다</translation>
    </message>
    <message>
        <source>no process of the experiment is called {name}</source>
        <translation>이 실험에는 {name}이라는 프로세스가 없습니다</translation>
    </message>
    <message>
        <source>the experiment of the step {id} was changed after its run, at {name}; the run is judged as it was made</source>
        <translation>{id} 단계의 실험이 실행한 뒤에 {name}에서 바뀌었습니다. 실행한 그대로 판정합니다</translation>
    </message>
    <message>
        <source>this is an exercise, not an experiment. Check it with {check}, do it with {command}</source>
        <translation>이것은 실험이 아니라 실습입니다. {check} 명령으로 검사하고 {command} 명령으로 풀어 보세요</translation>
    </message>
    <message>
        <source>the unit behind a single one: &quot;process&quot; where it is &quot;processes&quot;</source>
        <translation>하나일 때의 단위: 단위가 &quot;processes&quot;이면 &quot;process&quot;</translation>
    </message>
    <message>
        <source>{file} cannot be read: {what_why}</source>
        <translation>{file}을(를) 읽을 수 없습니다: {what_why}</translation>
    </message>
    <message>
        <source>it is a link that leads out of the folder</source>
        <translation>폴더 밖으로 이끄는 링크입니다</translation>
    </message>
    <message>
        <source>the file is larger than {most} bytes</source>
        <translation>파일이 {most}바이트보다 큽니다</translation>
    </message>
    <message>
        <source>there are more than {most} C files in it</source>
        <translation>C 파일이 {most}개보다 많습니다</translation>
    </message>
    <message>
        <source>there is no lab.json in it</source>
        <translation>그 안에 lab.json이 없습니다</translation>
    </message>
    <message>
        <source>there is no such folder or file</source>
        <translation>그런 폴더나 파일이 없습니다</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정하지 않음</translation>
    </message>
    <message>
        <source>the executable that was run for {id} is not the one that was compiled or chosen for it</source>
        <translation>{id} 단계에서 실행한 실행 파일이 컴파일하거나 고른 것이 아닙니다</translation>
    </message>
    <message>
        <source>it claims that {id} is {claimed_why}; judged again it is {verdict_why}</source>
        <translation>검사 {id}: 제출된 판정은 {claimed_why}, 다시 판정하면 {verdict_why}입니다</translation>
    </message>
    <message>
        <source>the ids of checks of its step or an earlier one without which the prediction is not judged</source>
        <translation>그 단계나 앞 단계의 검사 id. 그것이 통과하지 않으면 예측을 판정하지 않습니다</translation>
    </message>
    <message>
        <source>there is no check {id} in this step or an earlier one</source>
        <translation>이 단계나 앞 단계에 {id}라는 검사가 없습니다</translation>
    </message>
    <message>
        <source>not judged, because this run does not tell it: what is asked about did not happen in it</source>
        <translation>이 실행에서 묻는 일이 일어나지 않아 판정하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>strategy</name>
    <message>
        <source>poll</source>
        <translation>poll</translation>
    </message>
    <message>
        <source>One thread hands its whole list of descriptors to the kernel at every wait. The list has no limit, but every wait looks at all of it.</source>
        <translation>스레드 하나가 기다릴 때마다 파일 디스크립터 목록 전체를 커널에 넘깁니다. 목록에 한도는 없지만 기다릴 때마다 목록 전체를 살펴봅니다.</translation>
    </message>
    <message>
        <source>busy polling</source>
        <translation>바쁜 폴링</translation>
    </message>
    <message>
        <source>One thread tries to read every connection, over and over, and never sleeps: it occupies a processor, and one round costs a system call a descriptor.</source>
        <translation>스레드 하나가 잠들지 않고 모든 연결을 되풀이해 읽어 봅니다. 프로세서를 계속 점유하며, 한 바퀴에 파일 디스크립터마다 시스템 호출이 하나씩 듭니다.</translation>
    </message>
    <message>
        <source>epoll, edge-triggered</source>
        <translation>epoll, 에지 트리거</translation>
    </message>
    <message>
        <source>One thread; the kernel tells once that something has arrived. Each connection is read until it has nothing left: whoever stops earlier is not told again.</source>
        <translation>스레드 하나. 커널은 무언가 도착했음을 한 번만 알립니다. 연결마다 남은 것이 없을 때까지 읽습니다. 더 일찍 멈추면 다시 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>epoll, EPOLLEXCLUSIVE</source>
        <translation>epoll, EPOLLEXCLUSIVE</translation>
    </message>
    <message>
        <source>epoll, thundering herd</source>
        <translation>epoll, 몰려드는 무리(thundering herd)</translation>
    </message>
    <message>
        <source>Several processes wait for one listening socket, each with an epoll instance of its own; each connection wakes them all, one gets it, and the others have been woken in vain.</source>
        <translation>여러 프로세스가 저마다 epoll 인스턴스를 가지고 하나의 리스닝 소켓을 기다립니다. 연결 하나가 모두를 깨우지만 하나만 얻고 나머지는 헛되이 깨어납니다.</translation>
    </message>
    <message>
        <source>epoll, level-triggered</source>
        <translation>epoll, 레벨 트리거</translation>
    </message>
    <message>
        <source>One thread; the kernel keeps the list and returns only what is ready, at each wait anew for as long as something is there. A wait costs as much as there are events.</source>
        <translation>스레드 하나. 목록은 커널이 가지고 있으며 준비된 것만, 남아 있는 동안 기다릴 때마다 다시 돌려줍니다. 한 번 기다리는 비용은 사건 수만큼입니다.</translation>
    </message>
    <message>
        <source>epoll, EPOLLONESHOT</source>
        <translation>epoll, EPOLLONESHOT</translation>
    </message>
    <message>
        <source>Several threads wait for all connections together. One that is ready is told to one thread, and is silent until that thread asks for it again: a system call more an event, and no lock of its own.</source>
        <translation>여러 스레드가 모든 연결을 함께 기다립니다. 준비된 연결은 한 스레드에만 알려지고 그 스레드가 다시 요청할 때까지 조용합니다. 사건마다 시스템 호출이 하나 더 들지만 따로 락이 필요 없습니다.</translation>
    </message>
    <message>
        <source>io_uring, completions</source>
        <translation>io_uring, 완료</translation>
    </message>
    <message>
        <source>One thread; the kernel accepts, receives and sends by itself and reports what came of it. One system call hands over any number of requests and waits: fewer calls than events under load.</source>
        <translation>스레드 하나. 커널이 스스로 연결을 받고 수신하고 송신한 뒤 결과를 알립니다. 시스템 호출 하나로 요청을 얼마든지 넘기고 기다립니다. 부하가 크면 호출이 사건보다 적습니다.</translation>
    </message>
    <message>
        <source>io_uring, readiness</source>
        <translation>io_uring, 준비</translation>
    </message>
    <message>
        <source>One thread; a request a descriptor reports each arrival in memory that is shared with the kernel. Like an edge: each connection is read until it has nothing left.</source>
        <translation>스레드 하나. 파일 디스크립터마다 요청 하나가 도착을 커널과 공유하는 메모리로 알립니다. 에지와 같아서 연결마다 남은 것이 없을 때까지 읽습니다.</translation>
    </message>
    <message>
        <source>I/O completion port</source>
        <translation>입출력 완료 포트</translation>
    </message>
    <message>
        <source>Threads begin calls and take what has been completed. However many there are, no more run at once than the port allows: here, one a processor.</source>
        <translation>스레드들이 호출을 시작해 두고 완료된 것을 가져갑니다. 스레드가 몇이든 포트가 허용하는 수만 동시에 실행됩니다. 여기서는 프로세서마다 하나입니다.</translation>
    </message>
    <message>
        <source>I/O completion ports of Windows</source>
        <translation>Windows의 입출력 완료 포트</translation>
    </message>
    <message>
        <source>kqueue</source>
        <translation>kqueue</translation>
    </message>
    <message>
        <source>One thread and one queue for descriptors, timers, signals, children and events of its own, in the terms of kevent: ident, filter, flags, fflags, data, udata. Each event says how many bytes wait, which costs the model a system call.</source>
        <translation>스레드 하나와 큐 하나로 파일 디스크립터, 타이머, 시그널, 자식, 자기 사건을 모두 기다립니다. kevent의 용어 그대로입니다: ident, filter, flags, fflags, data, udata. 사건마다 기다리는 바이트 수를 알려 주는데, 모형에서는 시스템 호출 하나가 듭니다.</translation>
    </message>
    <message>
        <source>kqueue of the BSDs and macOS</source>
        <translation>BSD와 macOS의 kqueue</translation>
    </message>
    <message>
        <source>pre-forked processes</source>
        <translation>미리 fork한 프로세스</translation>
    </message>
    <message>
        <source>Processes made in advance; each has a listening socket of its own where it can (SO_REUSEPORT) and waits for its connections with epoll. A connection stays with the process it came to.</source>
        <translation>미리 만든 프로세스들. 가능하면 저마다 리스닝 소켓을 가지고(SO_REUSEPORT) 자기 연결을 epoll로 기다립니다. 연결은 처음 온 프로세스에 머뭅니다.</translation>
    </message>
    <message>
        <source>a process a client</source>
        <translation>클라이언트마다 프로세스</translation>
    </message>
    <message>
        <source>Each connection gets a child forked for it, whose calls block. What one of them breaks the others do not feel; each costs a fork and the memory of a process. Datagrams have no connection: the server answers them itself.</source>
        <translation>연결마다 그것을 위해 fork한 자식이 맡으며, 그 호출은 블록됩니다. 하나가 망가져도 다른 것은 영향을 받지 않지만, 하나마다 fork와 프로세스 하나의 메모리가 듭니다. 데이터그램에는 연결이 없으므로 서버가 직접 응답합니다.</translation>
    </message>
    <message>
        <source>pselect</source>
        <translation>pselect</translation>
    </message>
    <message>
        <source>select, but signals are let in only while it waits: none is lost between looking whether to stop and waiting. The same bitmaps with the same end at descriptor 1,023.</source>
        <translation>select와 같지만 기다리는 동안에만 시그널을 받아들입니다. 멈출지 살펴본 때와 기다리기 시작한 때 사이에 잃는 시그널이 없습니다. 비트맵도, 파일 디스크립터 1,023이라는 끝도 같습니다.</translation>
    </message>
    <message>
        <source>select</source>
        <translation>select</translation>
    </message>
    <message>
        <source>One thread hands bitmaps of all its descriptors to the kernel at every wait. They end at descriptor 1,023 (FD_SETSIZE), whatever limit the process has: who gets a higher one is turned away.</source>
        <translation>스레드 하나가 기다릴 때마다 모든 파일 디스크립터의 비트맵을 커널에 넘깁니다. 프로세스의 한도와 상관없이 비트맵은 디스크립터 1,023에서 끝나며(FD_SETSIZE), 더 높은 번호를 받은 연결은 돌려보냅니다.</translation>
    </message>
    <message>
        <source>signal-driven (SIGIO)</source>
        <translation>시그널 구동 (SIGIO)</translation>
    </message>
    <message>
        <source>Each descriptor sends a real-time signal with its number when something happens to it; the server takes one signal at a time from the queue. Where the queue overflows (RLIMIT_SIGPENDING) SIGIO comes instead, and the server looks at everything.</source>
        <translation>파일 디스크립터마다 무슨 일이 생기면 자기 번호를 담은 실시간 시그널을 보내고, 서버는 큐에서 시그널을 하나씩 꺼냅니다. 큐가 넘치면(RLIMIT_SIGPENDING) 대신 SIGIO가 오고, 서버는 모든 것을 살펴봅니다.</translation>
    </message>
    <message>
        <source>a thread a client</source>
        <translation>클라이언트마다 스레드</translation>
    </message>
    <message>
        <source>Each connection gets a thread whose calls block: the plainest program there is. Each costs a stack, and every event a switch to another thread. Datagrams have no connection: the server answers them itself.</source>
        <translation>연결마다 스레드가 맡으며, 그 호출은 블록됩니다. 가장 단순한 프로그램입니다. 하나마다 스택이 들고, 사건마다 다른 스레드로 넘어가야 합니다. 데이터그램에는 연결이 없으므로 서버가 직접 응답합니다.</translation>
    </message>
    <message>
        <source>Several processes wait for one listening socket, each with an epoll instance of its own; for each connection the kernel wakes one of them, seldom more.</source>
        <translation>여러 프로세스가 저마다 epoll 인스턴스를 가지고 하나의 리스닝 소켓을 기다립니다. 연결이 올 때마다 커널은 그중 하나만, 드물게 그 이상을 깨웁니다.</translation>
    </message>
</context>
<context>
    <name>word</name>
    <message>
        <source>processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>스케줄링</translation>
    </message>
    <message>
        <source>switching</source>
        <translation>문맥 교환</translation>
    </message>
    <message>
        <source>queues</source>
        <translation>큐</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>트리</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>상태도</translation>
    </message>
    <message>
        <source>events</source>
        <translation>사건 목록</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>블로킹</translation>
    </message>
    <message>
        <source>nonblocking</source>
        <translation>논블로킹</translation>
    </message>
    <message>
        <source>poll</source>
        <translation>poll로 대기</translation>
    </message>
    <message>
        <source>notify</source>
        <translation>시그널로 알림</translation>
    </message>
    <message>
        <source>full</source>
        <translation>전이중</translation>
    </message>
    <message>
        <source>half</source>
        <translation>반이중</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>stdio</source>
        <translation>표준 입출력</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>파일 디스크립터</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>간접</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>비대칭</translation>
    </message>
    <message>
        <source>system</source>
        <translation>시스템이 정함</translation>
    </message>
    <message>
        <source>two-only</source>
        <translation>둘만</translation>
    </message>
    <message>
        <source>one-at-a-time</source>
        <translation>한 번에 하나</translation>
    </message>
    <message>
        <source>round-robin</source>
        <translation>차례로</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>fork 복제</translation>
    </message>
    <message>
        <source>exec</source>
        <translation>fork + exec 실행</translation>
    </message>
    <message>
        <source>spawn</source>
        <translation>posix_spawn 실행</translation>
    </message>
    <message>
        <source>vfork</source>
        <translation>vfork + exec 실행</translation>
    </message>
    <message>
        <source>qprocess</source>
        <translation>QProcess 실행</translation>
    </message>
    <message>
        <source>other</source>
        <translation>일반 (other)</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치 (batch)</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>유휴 (idle)</translation>
    </message>
    <message>
        <source>rr</source>
        <translation>라운드 로빈 (rr)</translation>
    </message>
    <message>
        <source>fifo</source>
        <translation>선입선출 (fifo)</translation>
    </message>
    <message>
        <source>heap</source>
        <translation>힙</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>스택</translation>
    </message>
    <message>
        <source>mmap</source>
        <translation>mmap 매핑</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>아마도 (maybe)</translation>
    </message>
    <message>
        <source>at-least-once</source>
        <translation>최소 한 번</translation>
    </message>
    <message>
        <source>at-most-once</source>
        <translation>최대 한 번</translation>
    </message>
    <message>
        <source>exactly-once</source>
        <translation>정확히 한 번</translation>
    </message>
    <message>
        <source>even</source>
        <translation>일정하게</translation>
    </message>
    <message>
        <source>poisson</source>
        <translation>무작위 (푸아송)</translation>
    </message>
    <message>
        <source>set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>정지 (SIGSTOP)</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>종료 (SIGTERM)</translation>
    </message>
    <message>
        <source>kill</source>
        <translation>강제 종료 (SIGKILL)</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>hand-off</source>
        <translation>토큰 넘기기</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>장벽(배리어)</translation>
    </message>
    <message>
        <source>asked-for-port</source>
        <translation>물어본 포트</translation>
    </message>
    <message>
        <source>known-port</source>
        <translation>알려진 포트</translation>
    </message>
    <message>
        <source>each</source>
        <translation>하나씩 모두</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>fork-exec</source>
        <translation>fork 뒤 exec</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>자기에게 보낸 시그널</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>abort(중단)</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>잘못된 접근</translation>
    </message>
    <message>
        <source>level</source>
        <translation>레벨 트리거</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>에지 트리거</translation>
    </message>
    <message>
        <source>edge-drained</source>
        <translation>에지 트리거, 끝까지 읽음</translation>
    </message>
    <message>
        <source>oneshot</source>
        <translation>한 번만(oneshot)</translation>
    </message>
    <message>
        <source>herd</source>
        <translation>모두 깨움(herd)</translation>
    </message>
    <message>
        <source>exclusive</source>
        <translation>하나만 깨움(exclusive)</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>말 없음</translation>
    </message>
    <message>
        <source>garbage</source>
        <translation>쓰레기 바이트</translation>
    </message>
    <message>
        <source>half-message</source>
        <translation>반쪽 메시지</translation>
    </message>
    <message>
        <source>huge</source>
        <translation>거대한 메시지</translation>
    </message>
    <message>
        <source>slow-reader</source>
        <translation>느린 수신</translation>
    </message>
    <message>
        <source>connect-and-close</source>
        <translation>연결하고 닫기</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>재설정됨</translation>
    </message>
    <message>
        <source>half-close</source>
        <translation>반쪽 닫기</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>떠남</translation>
    </message>
    <message>
        <source>adopt</source>
        <translation>맡음</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>조건 변수</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>콜백</translation>
    </message>
    <message>
        <source>either</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>익명</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>대기 시작</translation>
    </message>
    <message>
        <source>run-on</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>selective-repeat</source>
        <translation>선택적 재전송</translation>
    </message>
    <message>
        <source>go-back-n</source>
        <translation>Go-Back-N</translation>
    </message>
    <message>
        <source>stop-and-wait</source>
        <translation>정지-대기</translation>
    </message>
    <message>
        <source>sysv</source>
        <translation>System V</translation>
    </message>
    <message>
        <source>posix</source>
        <translation>POSIX</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>retire</source>
        <translation>물러나기</translation>
    </message>
</context>
</TS>
