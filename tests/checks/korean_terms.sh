#!/usr/bin/env bash
# korean_terms.sh FILE…: the Korean texts call a thing by one word, the one the window's labels use.
# korean_terms.sh --self-test: proves that it can fail, and that what it forbids is not found in other words.
set -euo pipefail
export LC_ALL=C.UTF-8

# What is refused (a text begins behind a tab), the word to use, a sample. Only what cannot mean anything else.
rules=(
    '실행기(?!록|간)	런처	실행기가 시작'
    '잠금	락	파일 잠금'
    '문맥 전환|전환 (기록|비용|횟수)|전환, (자발|강제)	문맥 교환	문맥 전환 한 번'
    '(?<![가-힣])사상	매핑	파일의 사상'
    '(?<![가-힣])나무(?!라)	트리	fork 나무'
    '(프로세스|프로세서|스레드)마다 한 줄	레인	프로세서마다 한 줄'
    '페이지 표(?!본|시)	페이지 테이블	페이지 표를 복사'
    '링 버퍼	원형 버퍼	링 버퍼'
    '(?<![가-힣])신호	시그널	신호를 보냄'
    '중계자	중계기	중계자'
    '바이트의? 흐름	바이트 스트림	바이트의 흐름'
    '(?<![가-힣])지명(?! 파이프)	명명	서로를 지명'
    '우편함	메일박스	우편함'
    '\t((?!장벽).)*장벽(?!\(배리어\))	장벽(배리어), where a text first names it	장벽에서 기다림, 장벽(배리어)'
    '용량 ?0(?![0-9.])	무용량	용량 0'
    'CPU 위주	CPU 바운드	CPU 위주'
    '(입출력|I/O) 위주	I/O 바운드	입출력 위주'
    '프로세스 번호	프로세스 식별자(PID)	프로세스 번호'
    '\t((?!디스크립터).)*(?<!파일 |이벤트 |프로세스 )디스크립터	파일 디스크립터, where a text first names it	디스크립터와 파일 디스크립터'
    '이벤트 (목록|탭|표)	사건 목록	이벤트 목록'
    '검사기	속성 창	검사기에서'
    '큐 ?깊이	큐 길이	큐 깊이'
    '블록될 뻔	기다려야 함	블록될 뻔한'
    '폴트, (무거움|가벼움)|(무거운|가벼운) 페이지	주/부 페이지 폴트	페이지 폴트, 무거움'
    '쉬는 (커널 )?(태스크|스레드)	유휴	쉬는 태스크'
    '전경	포그라운드	전경'
    '배경(?!색| ?(이미지|그림))	백그라운드	배경에서'
    '처리기	핸들러	처리기를 부름'
    '조종	제어	조종'
    '관찰	관측	관찰'
    '시간 할당량	타임 슬라이스	시간 할당량'
    '코어를 태[우웁웠]	코어를 계속 점유	코어를 태웁니다'
    '바깥에서 죽|죽임을	외부에서 강제 종료	바깥에서 죽임을 당합니다'
)

# texts FILE…: one a line, of a .ts, of experiments and of pages in Korean (.md): its place, a tab, the text.
texts() {
    local file pages=() others=()
    for file in "$@"; do
        if [[ $file == *.md ]]; then pages+=("$file"); else others+=("$file"); fi
    done
    {
        ((${#others[@]} == 0)) || grep -HnoP '("ko": "|<(translation|numerusform)>)\K[^<]+' "${others[@]}" || true
        ((${#pages[@]} == 0)) || grep -Hn '.' "${pages[@]}" || true
    } | sed 's/:/\t/2'
}

checkTerms() {
    local all pattern word faults=0 found
    all=$(texts "$@")
    while IFS=$'\t' read -r pattern word _; do
        found=$(grep -P "$pattern" <<<"$all") || continue
        printf 'use "%s":\n%s\n' "$word" "$found"
        faults=$((faults + $(wc -l <<<"$found")))
    done < <(printf '%s\n' "${rules[@]}")
    printf '%s texts, %s with another word than the others use\n' "$(wc -l <<<"$all")" "$faults"
    ((faults == 0))
}

# report TEXT: what the check says of a .ts and an experiment that have it, each alone.
report() {
    printf '        <translation>%s</translation>\n' "$1" >"$tree/a.ts"
    printf '  "name": { "en": "A", "ko": "%s" },\n' "$1" >"$tree/a.ipclab.json"
    printf '%s\n' "$1" >"$tree/a.md"
    checkTerms "$tree/a.ts" || true
    checkTerms "$tree/a.ipclab.json" || true
    checkTerms "$tree/a.md" || true
}

selfTest() {
    local word text
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    while IFS=$'\t' read -r _ word text; do
        [[ $(report "$text" | grep -cF "use \"$word\"") == 3 ]] || { printf 'self-test: accepted "%s"\n' "$text"; exit 1; }
    done < <(printf '%s\n' "${rules[@]}")
    for text in '실행 기록' '이상' '지명 파이프(FIFO)' '장벽(배리어) 다음의 장벽' '파일 디스크립터, 다른 디스크립터' \
        '이벤트 카운터' '배경색' '큐 길이' '락' '페이지 표본'; do
        [[ $(report "$text" | grep -c '^1 texts, 0 ') == 3 ]] || { printf 'self-test: refused "%s"\n' "$text"; exit 1; }
    done
    printf 'each of %s rules refuses its sample\n' "${#rules[@]}"
}

if [[ ${1:-} == --self-test ]]; then selfTest; else checkTerms "$@"; fi
