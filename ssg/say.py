"""What the command line itself says, in the user's language. (What is wrong with a course is said in the course's.)"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssg.problems import Language

# key: (English, Chinese)
PHRASES: dict[str, tuple[str, str]] = {
    # help
    "about": (
        "Turns courseware Markdown into interactive courses that open offline.",
        "把课程 Markdown 变成可离线打开的互动课程。",
    ),
    "usage": ("usage: ", "用法："),
    "commands": ("commands", "命令"),
    "what": ("what", "对象"),
    "options": ("options", "选项"),
    "command": ("COMMAND", "命令"),
    "course": ("COURSE", "课程"),
    "folder": ("FOLDER", "文件夹"),
    "name": ("NAME", "名称"),
    "help_help": ("show this help and exit", "显示这份说明"),
    "help_version": ("show the version and exit", "显示版本号"),
    "help_build": (
        "build courses into a site (what happens without a command)",
        "生成课程网站（不写命令时就做这件事）",
    ),
    "help_check": ("say what is wrong with courses, without building", "只检查课程，不生成"),
    "help_format_command": ("rewrite chapters in house style, with the same meaning", "按统一格式改写章节，意思不变"),
    "help_publish": (
        "build courses and note their ids, so that trainees keep their progress in the next version",
        "生成课程网站，并记下编号，好让学员的进度在下一版里接得上",
    ),
    "help_new": ("make a small course to start from", "新建一门小课程，作为起点"),
    "help_verify": (
        "say whether a certificate's code, the results file and its answers agree",
        "核对证书的核对码、学习结果文件和其中的作答是否一致",
    ),
    "help_print": (
        "print packs for a class: handout, workbook, tests, cards, facilitator guide …",
        "打印上课用的材料：讲义、练习册、试卷、卡片、讲师手册……",
    ),
    "help_print_out": (
        "the folder for the packs; other files in it stay (default: print)",
        "放打印材料的文件夹，里面别的文件不动（默认：print）",
    ),
    "help_pack": (
        "only these packs: handout, workbook, test, cards, certificate, kit, guide, key",
        "只打印这些：讲义、练习册、试卷、话术卡、证书、演练卡、讲师手册、答案",
    ),
    "help_print_all": ("put all files of a course into one zip", "把一门课的全部文件装进一个 zip"),
    "help_paper": (
        "the size of the paper (default: what course.yaml says, or A4)",
        "纸张大小（默认按 course.yaml，没写就是 A4）",
    ),
    "help_ink": ("saving prints without fills and colours", "saving 不印底色和彩色，省墨"),
    "help_flip": (
        "the edge at which your printer turns a sheet for its back, for two-sided cards (default: long)",
        "双面打印时沿哪条边翻，卡片的正反面要靠它对齐（默认：long 长边）",
    ),
    "help_versions": (
        "in how many orders to print tests: A, B, C … (default: 3)",
        "试卷印几种题序：A、B、C……（默认：3）",
    ),
    "help_names": (
        "a text file of people, one a line: a certificate for each",
        "一个写名字的文本文件，一行一个：每人一张证书",
    ),
    "help_print_language": ("print this translation of the course", "打印课程的这个语言版本"),
    "help_print_html": ("write pages that any browser prints, no PDF", "不做 PDF，写成任何浏览器都能打印的网页"),
    "language": ("LANGUAGE", "语言"),
    "help_test": ("run the project's own tests", "运行本项目自己的测试"),
    "help_course": (
        "a course folder, or its name below content/; none means all below content/",
        "课程文件夹，或它在 content/ 下的名字；不写就是 content/ 下的全部课程",
    ),
    "help_out": (
        "the folder of the site, replaced as a whole (default: site)",
        "网站文件夹，会被整个替换（默认：site）",
    ),
    "help_format": ("how to print problems (default: text)", "问题的输出格式（默认：text）"),
    "file": ("FILE", "文件"),
    "help_coverage": (
        "also print where each objective is taught, practised and tested",
        "再列出每个学习目标在哪里讲、在哪里练、在哪里考",
    ),
    "help_report": (
        "print the figures of role-plays: turns, minutes, how plays end, what is practised where",
        "打印角色扮演的数据：轮数、用时、各结局的占比、每处练什么",
    ),
    "help_csv": ("write the coverage of objectives to a CSV file", "把目标覆盖表写成 CSV 文件"),
    "help_html": (
        "write these figures, with a map of each role-play, as a page for any browser",
        "把这些数据连同每个角色扮演的走向图，写成一个网页文件",
    ),
    "course_or_file": ("COURSE or FILE.md", "课程或文件.md"),
    "help_course_or_file": (
        "a course, or one of its chapter files; none means all below content/",
        "课程，或其中的章节文件；不写就是 content/ 下的全部课程",
    ),
    "help_format_check": ("change nothing, list the files that would change", "不改文件，只列出会改的文件"),
    "help_format_links": ("write the targets of choices as links", "把选项的去处写成可以点的链接"),
    "help_format_ids": (
        "write down the ids of chapters, blocks and items, so that their titles may change",
        "写下章、块、题目的编号，以后改标题也不丢进度",
    ),
    "help_name": ("the name of the new course, or the path of its folder", "新课程的名字，或它的文件夹路径"),
    "help_language": ("the language of the new course (default: yours)", "新课程的语言（默认与系统一致）"),
    "examples": (
        """examples:
  {program}                          build every course below content/ into site/
  {program} build listening          build one course
  {program} build listening -o out   … into another folder
  {program} check --format json      problems for an editor
  {program} publish listening        build for trainees; their progress outlives later edits
  {program} new listening            start a course in content/listening""",
        """例子：
  {program}                     把 content/ 下的全部课程生成到 site/
  {program} build 倾听          只生成一门课
  {program} build 倾听 -o out   ……生成到另一个文件夹
  {program} check --format json 检查课程，输出给编辑器用
  {program} publish 倾听        发布给学员：以后再改，进度也接得上
  {program} new 倾听            在 content/倾听 新建一门课""",
    ),
    # schema
    "help_schema": (
        "write what an editor needs to complete and check course.yaml and front matter",
        "写出编辑器用的 JSON Schema，补全并检查 course.yaml 和章节开头的设置",
    ),
    "help_schema_out": ("the folder to write to (default: .vscode)", "写到哪个文件夹（默认：.vscode）"),
    "help_vscode": (
        "also write snippets of every kind of block and item, and settings for VS Code",
        "同时写出 VS Code 的代码片段（每种块和题型一个）和设置",
    ),
    "schema_written": ("wrote {file}", "已写出 {file}"),
    "schema_not_writable": ("{folder} cannot be written: {reason}.", "无法写入 {folder}：{reason}。"),
    # explain
    "help_explain": ("explain a code such as RP105, or “all” of them", "解释一个代码，例如 RP105；写 all 就是全部"),
    "code": ("CODE", "代码"),
    "unknown_code": ("there is no code “{code}”.", "没有「{code}」这个代码。"),
    "guess_code": (
        "there is no code “{code}” – did you mean “{guess}”?",
        "没有「{code}」这个代码，是不是「{guess}」？",
    ),
    "explain_error": ("Error: a course with it is not built.", "错误：不改正就不能生成课程。"),
    "explain_warning": ("Warning: the course is built all the same.", "警告：课程照样生成，但最好改一改。"),
    "explain_info": ("Note: nothing is wrong; think it over.", "提示：没有错，供你考虑。"),
    "explain_bad": ("Wrong (line {line}):", "有问题的写法（第 {line} 行）："),
    "explain_bad_files": ("Wrong:", "有问题的写法："),
    "explain_good": ("Right:", "改好以后："),
    # format
    "formatting": ("formatting {name} …", "正在整理 {name}……"),
    "formatted": ("formatted {path}", "已整理 {path}"),
    "would_format": ("would format {path}", "需要整理 {path}"),
    "format_changes": (
        "{path} was left as it is: house style would change what it means",
        "{path} 没有改动：整理以后意思会变",
    ),
    "format_not_writable": ("{path} was left as it is: it cannot be written", "{path} 没有改动：这个文件不能写入"),
    "format_no_chapter": ("{path} is not a chapter of its course", "{path} 不是课程里的章节"),
    "format_done": (
        "{written} formatted, {kept} in house style already, {refused} left as they are.",
        "整理了 {written} 个文件，{kept} 个本来就整齐，{refused} 个没有改动。",
    ),
    "format_checked": (
        "{written} to format, {kept} in house style, {refused} left as they are.",
        "{written} 个文件需要整理，{kept} 个已经整齐，{refused} 个不能整理。",
    ),
    # wrong usage
    "error": ("{program}: {text}", "{program}：{text}"),
    "unknown_command": ("there is no command “{name}”; commands: {known}", "没有「{name}」这个命令，可用：{known}"),
    "guess_command": (
        "there is no command “{name}” – did you mean “{guess}”?",
        "没有「{name}」这个命令，是不是「{guess}」？",
    ),
    "required": ("missing: {names}", "缺少：{names}"),
    "unrecognized": ("not understood: {names}", "看不懂：{names}"),
    "needs_value": ("{option} needs a value", "{option} 后面要有内容"),
    "invalid_choice": ("{option} must be one of: {known}", "{option} 只能是：{known}"),
    # building
    "reading": ("reading {name}", "正在读取 {name}"),
    "checking": ("checking {name}", "正在检查 {name}"),
    "rendering": ("rendering", "正在排版"),
    "built_course": ("  {title}: {chapters}, {items}", "  {title}：{chapters}，{items}"),
    "chapter_count": ("{n} chapter{s}", "{n} 章"),
    "item_count": ("{n} question{s}", "{n} 道题"),
    "built": ("Built {courses} in {seconds} s → {out}", "已生成 {courses}，用时 {seconds} 秒 → {out}"),
    "course_count": ("{n} course{s}", "{n} 门课"),
    "open": ("Open {page}", "打开 {page}"),
    "not_built": ("{counts}: nothing was written.", "{counts}，没有写入任何文件。"),
    "old_stands": ("The site in {out} is still the old one.", "{out} 里仍是上一次的网站。"),
    "no_problems": ("No problems in {courses}.", "{courses}，没有发现问题。"),
    "error_count": ("{n} error{s}", "{n} 处错误"),
    "warning_count": ("{n} warning{s}", "{n} 处警告"),
    "info_count": ("{n} note{s}", "{n} 条提示"),
    "found": ("{counts}.", "共 {counts}。"),
    "list_mark": (", ", "，"),
    # printing
    "not_printed": ("Nothing was printed: first put right what is listed above.", "没有打印：请先改好上面列出的问题。"),
    "printing": ("printing {name} …", "正在排印{name}……"),
    "printed": ("Printed in {seconds} s → {out}", "用 {seconds} 秒打印完成 → {out}"),
    "nothing_to_print": (
        "“{course}” has nothing for the pack “{pack}”: none was made.",
        "《{course}》里没有可以放进「{pack}」的内容，没有生成。",
    ),
    "bad_versions": ("--versions {n}: write a number from 1 to {most}", "--versions {n}：请写 1 到 {most} 之间的数"),
    "unknown_pack": ("there is no pack “{name}”; packs: {known}", "没有「{name}」这种打印材料，可用：{known}"),
    "guess_pack": (
        "there is no pack “{name}” – did you mean “{guess}”?",
        "没有「{name}」这种打印材料。您是不是想写「{guess}」？",
    ),
    "no_edition": (
        "“{course}” is not there in “{language}”, only in: {known}",
        "《{course}》没有「{language}」版，只有：{known}",
    ),
    "bad_names": (
        "the names in {file} cannot be read ({reason}): save them as a plain text file in UTF-8, one name a line",
        "读不了 {file} 里的名字（{reason}）：请存成 UTF-8 的纯文本文件，一行一个名字",
    ),
    "number_of_names": (
        "{file} holds {n} names: it must be 1 to {most}, one a line",
        "{file} 里有 {n} 个名字：应当是 1 到 {most} 个，一行一个",
    ),
    "no_print_extra": (
        'Open these pages in a browser to print them. For PDF files: {python} -m pip install "coursewright[print]"',
        '这些是网页，请用浏览器打开再打印。想直接得到 PDF，请运行：{python} -m pip install "coursewright[print]"',
    ),
    "no_print_extra_here": (
        "Open these pages in a browser to print them. For PDF files, run this again while you are online: what makes "
        "them is then installed.",
        "这些是网页，请用浏览器打开再打印。想直接得到 PDF，请联网后再运行一次，会自动装好所需的组件。",
    ),
    "no_print_browser": (
        "No Chrome, Edge or Chromium was found, so these are pages to print from any browser. For PDF files: "
        "{python} -m playwright install chromium",
        "没有找到 Chrome、Edge 或 Chromium，所以写成了网页，请用浏览器打开再打印。想直接得到 PDF，请运行："
        "{python} -m playwright install chromium",
    ),
    "print_browser_stopped": (
        "The browser that prints stopped before it was done, so these are pages to print from any browser. Close other "
        "programs and try again, or print one pack at a time: --pack handout",
        "打印用的浏览器中途停止了，所以写成了网页，请用浏览器打开再打印。请关掉其他程序再试一次，"
        "或者一次只打印一种：--pack handout",
    ),
    # role-plays in figures
    "report_of": ("Role-plays of {title}", "《{title}》的角色扮演"),
    "report_none": ("{title} has no role-play.", "《{title}》没有角色扮演。"),
    "report_broken": ("has errors; correct them first.", "有错误，请先改正。"),
    "report_size": ("size", "规模"),
    "report_exact": (
        "{nodes} nodes, {states} states (every play counted)",
        "节点 {nodes}，状态 {states}（穷尽所有走法）",
    ),
    "report_sampled": (
        "{nodes} nodes, more than {states} states (not exhaustive: {plays} random plays)",
        "节点 {nodes}，状态超过 {states}（未穷尽：随机走 {plays} 次）",
    ),
    "report_turns": ("turns", "轮数"),
    "report_length": ("words", "字数"),
    "report_spread": (
        "{least} to {most}, half of random plays up to {middle}",
        "最少 {least}，中位 {middle}，最多 {most}",
    ),
    "report_minutes": ("minutes", "用时"),
    "report_pace": (
        "{quick} to {slow}, at {words} to {most} words a minute; thinking and writing come on top",
        "{quick}–{slow} 分钟（每分钟读 {low}–{high} 字，想和写的时间另算）",
    ),
    "report_skill": ("skill points", "技能分"),
    "report_best": ("best", "最好"),
    "report_worst": ("worst", "最差"),
    "report_expected": ("random", "乱选平均"),
    "report_all": ("all", "合计"),
    "report_ending": ("ending", "结局"),
    "report_grade": ("grade", "评级"),
    "report_share": ("of random plays", "乱选占比"),
    "report_policy": ("who always takes", "总是选"),
    "report_points": ("points", "得分"),
    "report_longest": ("the longest", "最长的"),
    "report_shortest": ("the shortest", "最短的"),
    "report_first": ("the first", "第一个"),
    "report_last": ("the last", "最后一个"),
    "report_politest": ("the most polite", "最客气的"),
    "report_practice": ("most points at", "最多可得"),
    "report_places": ("nodes", "处数"),
    # guessing
    "guessing_of": (
        "Items of {title}: what each pays for blind guessing and for ticking everything",
        "《{title}》的题目：乱猜和全选各能拿到的分",
    ),
    "report_page": ("Figures of courses", "课程数据"),
    "guessing_place": ("item", "题目"),
    "guessing_kind": ("type", "题型"),
    "guessing_points": ("points", "分值"),
    "guessing_random": ("guessing", "乱猜"),
    "guessing_everything": ("ticking all", "全选"),
    # coverage
    "coverage_of": ("Objectives of {title}", "《{title}》的学习目标"),
    "coverage_none": ("  course.yaml declares none (objectives:).", "  course.yaml 还没有写「目标:」。"),
    "coverage_whole": (
        "{n} of {total} objectives are taught, practised and tested.",
        "{total} 个目标中，{n} 个有讲、有练、有考。",
    ),
    "objective": ("objective", "目标"),
    "taught": ("taught", "讲"),
    "practised": ("practised", "练"),
    "tested": ("tested", "考"),
    "file_not_writable": ("{file} cannot be written: {reason}.", "无法写入 {file}：{reason}。"),
    "file_written": ("Written to {file}.", "已写入 {file}。"),
    "locked": ("  {file}: {n} id{s}", "  {file}：{n} 个编号"),
    "lock_kept": (
        "Keep course.lock under version control with the course (git add): the next check compares with it.",
        "请把 course.lock 和课程一起放进版本库（git add）：以后检查时会与它比较。",
    ),
    "lock_not_written": (
        "{file} cannot be written: {reason}. The site is new; the note of its ids is still the old one. Publish again.",
        "无法写入 {file}：{reason}。网站已经更新，编号记录还是旧的，请再发布一次。",
    ),
    # writing
    "out_is_source": (
        "{out} cannot be the site's folder: the courses in {source} would be replaced. Choose another with -o.",
        "不能把网站写到 {out}：会盖掉 {source} 里的课程。请用 -o 换一个文件夹。",
    ),
    "out_is_file": ("{out} is a file; choose another folder with -o.", "{out} 是一个文件，请用 -o 换一个文件夹。"),
    "out_is_mount": (
        "{out} is a drive of its own and cannot be replaced as a whole; choose a folder inside it with -o.",
        "{out} 是一个磁盘（挂载点），无法整个替换；请用 -o 选它里面的一个文件夹。",
    ),
    "out_is_foreign": (
        "{out} contains files that Coursewright did not write, so it was left alone. Choose another folder with -o, or "
        "empty this one.",
        "{out} 里有不是 Coursewright 生成的文件，没有动它。请用 -o 换一个文件夹，或先清空它。",
    ),
    "out_not_writable": (
        "{out} cannot be written: {reason}. The old site stands.",
        "无法写入 {out}：{reason}。原来的网站没有变动。",
    ),
    "disk_full": (
        "There is no room left to write {out} ({reason}). The old site stands.",
        "磁盘空间不足，无法写入 {out}（{reason}）。原来的网站没有变动。",
    ),
    # a new course
    "new_done": (
        "The new course is in {folder}. Next: {program} build {name}",
        "新课程在 {folder}。接下来：{program} build {name}",
    ),
    "new_exists": (
        "{folder} exists and is not empty; choose another name.",
        "{folder} 已经存在，而且不是空的，请换一个名字。",
    ),
    "new_bad_name": (
        "“{name}” cannot be a course's name: use letters, digits, “-” and “_”, at most 64, and no name that Windows "
        "reserves.",
        "「{name}」不能作课程名：请用汉字、字母、数字、「-」和「_」，最多 64 个，不能用 Windows 保留的名字（如 con）。",
    ),
    "new_not_writable": ("{folder} cannot be written: {reason}.", "无法写入 {folder}：{reason}。"),
    # verify
    "code_or_file": ("CODE or FILE", "核对码或文件"),
    "help_code_or_file": (
        "the code on a certificate, if there is one, and the results files that learners handed in",
        "证书上的核对码（可以不写），和学员交来的学习结果文件",
    ),
    "help_verify_course": (
        "score the answers again with this course, as it is now",
        "再用这门课（现在的内容）把作答重新判一遍分",
    ),
    "verify_needs_file": (
        "a code alone says nothing; give the learner's results file as well.",
        "只有核对码看不出什么，请把学员的学习结果文件也写上。",
    ),
    "verify_bad_course": (
        "{course} is no course without errors; see what “check” says of it.",
        "{course} 不是课程，或者课程有错误；请先用 check 检查。",
    ),
    "verify_mark": ("DOES NOT AGREE: ", "不一致："),
    "verify_missing": (
        "there is no such file; a code has 4 groups of 5 letters and digits.",
        "没有这个文件；核对码是 4 组、每组 5 个字母或数字。",
    ),
    "verify_no_file": ("this is no ordinary file.", "这不是普通文件。"),
    "verify_closed": ("it cannot be read: {reason}.", "读不了：{reason}。"),
    "verify_large": (
        "it has more than {n} MB; no results file is that large.",
        "超过 {n} MB，学习结果文件没有这么大。",
    ),
    "verify_json": (
        "it cannot be read: no JSON, cut off, or edited by hand.",
        "读不出来：不是 JSON、不完整，或者被手工改过。",
    ),
    "verify_progress": (
        "this is a progress file; ask for the file from “Download my results”.",
        "这是学习进度文件；请让学员交「下载学习结果」得到的文件。",
    ),
    "verify_other": ("this is no results file.", "这不是学习结果文件。"),
    "verify_newer": (
        "it was made by a newer Coursewright; update this one.",
        "它由更新版本的 Coursewright 生成，请先升级这里的版本。",
    ),
    "verify_form": (
        "this is a form that a rater filled in, not a learner's results.",
        "这是评估表，不是学员的学习结果。",
    ),
    "verify_shape": ("{where} is missing or is not what it should be.", "{where} 缺失，或者内容不对。"),
    "verify_fractions": ("its points are fractions that no course has.", "里面的分数不是任何课程会有的分数。"),
    "verify_whose": ("{name}, {title} {version} ({build})", "{name}，《{title}》{version}（{build}）"),
    "verify_says": (
        "{name}, {title} {version} ({build}): {earned} of {possible} points ({percent}%), passed {date}, code {code}",
        "{name}，《{title}》{version}（{build}）：{earned} / {possible} 分（{percent}%），{date} 通过，核对码 {code}",
    ),
    "verify_no_certificate": ("The file holds no certificate.", "文件里没有证书。"),
    "verify_code": ("{code} is the code of the certificate in this file.", "{code} 就是这个文件里证书的核对码。"),
    "verify_other_code": (
        "{code} is not the code of the certificate in this file. If it was printed before a name or a result changed, "
        "ask for a new print.",
        "{code} 不是这个文件里证书的核对码。如果证书是在改姓名或提高成绩之前打印的，请让学员重新打印。",
    ),
    "verify_code_wrong": (
        "the certificate in the file does not make its own code, {code}.",
        "文件里的证书算不出它自己写的核对码 {code}。",
    ),
    "verify_name": (
        "the certificate names “{name}”, the results “{learner}”.",
        "证书上的姓名是「{name}」，学习结果里是「{learner}」。",
    ),
    "verify_rows": (
        "the certificate says {earned} points, its quizzes make {sum}.",
        "证书上写着 {earned} 分，各测验加起来是 {sum} 分。",
    ),
    "verify_row_failed": ("by its points quiz {quiz} was not passed.", "按得分，测验 {quiz} 并没有通过。"),
    "verify_backed": ("The answers in the file make what the certificate says.", "文件里的作答正好得出证书上的成绩。"),
    "verify_not_backed": (
        "the answers in the file now make {now} of {possible}, which is not what the certificate says; the learner may "
        "be trying a quiz again.",
        "按文件里现在的作答是 {now} / {possible} 分，与证书不同；学员可能正在重做测验。",
    ),
    "verify_course_changed": (
        "The certificate is of an earlier version of the course ({then}, now {now}); its points cannot be compared "
        "with the answers.",
        "证书属于课程较早的版本（{then}，现在是 {now}），无法与现在的作答比较。",
    ),
    "verify_sums_fine": ("All sums are those of the {n} answer{s}.", "各项分数与 {n} 题作答都对得上。"),
    "verify_sums_unknown": (
        "the file does not say which answers make the points of quiz {quiz}; ask for a new one.",
        "文件没有写测验 {quiz} 的分数由哪些作答得来，请让学员重新下载一份。",
    ),
    "verify_quiz": (
        "quiz {quiz} says {earned} points, its answers make {sum}.",
        "测验 {quiz} 写着 {earned} 分，按作答是 {sum} 分。",
    ),
    "verify_answered": (
        "quiz {quiz} does not fit the number of its answers and their points.",
        "测验 {quiz} 的题数、满分与作答对不上。",
    ),
    "verify_passed": ("whether quiz {quiz} is passed does not fit its points.", "测验 {quiz} 的通过与否与得分对不上。"),
    "verify_chapter": (
        "chapter {chapter} says {earned} points, its quizzes make {sum}.",
        "章 {chapter} 写着 {earned} 分，各测验加起来是 {sum} 分。",
    ),
    "verify_total": (
        "the total says {earned} points, the quizzes make {sum}.",
        "合计写着 {earned} 分，各测验加起来是 {sum} 分。",
    ),
    "verify_course": ("the file is of the course {course}, not of {other}.", "文件属于课程 {course}，不是 {other}。"),
    "verify_item": (
        "{item} says {earned} points; scored with the course, the answer earns otherwise.",
        "{item} 写着 {earned} 分，用课程重新判分，结果不同。",
    ),
    "verify_rules": (
        "quiz {quiz} has another pass mark, number of items or worth of an item than in the course.",
        "测验 {quiz} 的及格线、题数或题目分值与课程不同。",
    ),
    "verify_scored": (
        "Scored again with the course: {n} attempt{s}; not scored, as they are to items that have changed: {older}.",
        "用课程重新判分 {n} 次作答；题目已改、没有判的 {older} 次。",
    ),
    "verify_proof": (
        "A code proves that a certificate and a results file belong together and were not altered afterwards. It does "
        "not prove who answered, nor that nobody altered both: the page holds no secret. The date is that of the "
        "learner's device.",
        "核对码只证明证书和学习结果文件出自一处、事后没有改动；不证明是谁作答，也防不住有人把两者一起改掉，因为网页里没有秘密。"
        "日期以学员设备的时钟为准。",
    ),
    # problems
    "severity_error": ("error", "错误"),
    "severity_warning": ("warning", "警告"),
    "severity_info": ("note", "提示"),
    "more": ("{n} more {code}: lines {lines}", "还有 {n} 处 {code}：第 {lines} 行"),
}


def say(key: str, language: Language | None = None, /, **values: object) -> str:
    """The phrase in the user's language, or in the one given, with its words filled in; ``{s}`` is English's plural."""
    english, chinese = PHRASES[key]
    values["s"] = "" if values.get("n") == 1 else "s"
    return (chinese if (language or user_language()) == "zh" else english).format(**values)


@cache
def user_language() -> Language:
    """The language of the user's system: Chinese or, for all others, English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    if os.name == "nt":
        import locale

        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
    return "en"
