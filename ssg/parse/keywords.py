"""Every keyword of the language, in Chinese and English: one table for the parsers, the guide and the messages.

A row is ``id: (Chinese names, English names)``; the first name is the one we print, the others, after ``|``, are
accepted as well. ``{n}`` stands for a number. Rows of one scope are what an author may write in that place.
"""

from __future__ import annotations

from collections.abc import Mapping

Rows = Mapping[str, tuple[str, str]]

TRADITIONAL = (
    "專個爲為習亂於儀價眾衆體關減則別動單佔卽捲參變隻臺號閤後嚮員週響迴場備復複覆學傢對佈師並併庫應開歸當錄誌總纔釦報據敎數斷時術權條來櫃標覈檢註測滿點熱電盤確簡類約"
    "級綫線練組結給緒維編節錶觀計訓記講許証證評識詞譯試話語誤說説課像負貼過連適選鄰鍾鐘錯長閉問間險隱麵項題饋馬驗顧討論準紙義冊張書帶業"
)
SIMPLIFIED = (
    "专个为为习乱于仪价众众体关减则别动单占即卷参变只台号合后向员周响回场备复复复学家对布师并并库应开归当录志总才扣报据教数断时术权条来柜标核检注测满点热电盘确简类约"
    "级线线练组结给绪维编节表观计训记讲许证证评识词译试话语误说说课象负贴过连适选邻钟钟错长闭问间险隐面项题馈马验顾讨论准纸义册张书带业"
)
"""The traditional characters in which keywords may be typed, 測驗 for 测验, and below each what it is in this table.

Where Taiwan and Hong Kong use another word, it is one of the names: 複選, 回饋.
"""

BLOCK: Rows = {
    "id": ("编号", "id"),
    "objectives": ("目标|学习目标", "objectives|objective"),
    "trainer": ("讲师提示", "trainer note"),
}
"""Settings that every block may have."""

WORDS: Mapping[str, Rows] = {
    "kind": {
        "quiz": ("测验|小测|测试题", "Quiz"),
        "pretest": ("前测|课前测验", "Pre-test|Pretest"),
        "posttest": ("后测|课后测验", "Post-test|Posttest"),
        "exam": ("考试|考核", "Exam|Examination"),
        "roleplay": ("角色扮演", "Role-play|Roleplay|Role play"),
        "worksheet": ("工作表", "Worksheet"),
        "case": ("案例", "Case"),
        "reflection": ("反思", "Reflection"),
        "journal": ("日志", "Journal"),
        "cards": ("话术卡|卡片", "Cards|Phrase cards|Flashcards"),
        "exercise": ("练习|活动", "Exercise|Activity"),
        "selfcheck": ("自评|自评量表", "Self-check|Selfcheck|Self check|Self-assessment"),
        "survey": ("问卷|反馈问卷", "Survey|Questionnaire"),
        "observation": ("观察表|观察记录", "Observation|Observation sheet"),
    },
    "type": {
        "single": ("单选|单选题", "single choice|single"),
        "multiple": ("多选|多选题|複選|複選題", "multiple choice|multiple"),
        "truefalse": ("判断|判断题|是非|是非題", "true/false|true or false"),
        "gaps": ("填空|填空题|填充|填充題", "gaps|fill in"),
        "short": ("简答|简答题", "short text|short answer"),
        "numeric": ("数值|数值题", "number|numeric"),
        "order": ("排序|排序题", "ordering|order"),
        "match": ("匹配|匹配题|连线|配對|配對題", "matching|match"),
        "pick": ("选词填空|下拉填空", "gaps with choices|drop-down gaps"),
        "sort": ("归类|归类题|分类", "sorting|sort"),
        "spot": ("标词|标词题|找词", "marking words|mark words"),
        "judgement": ("情境判断|情境判断题|情景判断", "situational judgement|situational judgment"),
        "rating": ("情境评分|情景评分", "rated judgement|rated judgment"),
        "emotion": ("情绪识别|情緒辨識", "emotion recognition|emotion"),
        "open": ("开放题|问答|问答题", "open answer|open"),
    },
    "quiz": {
        **BLOCK,
        "pass": ("及格|及格线|及格標準", "pass mark|pass"),
        "feedback": ("反馈|回饋", "feedback"),
        "shuffle": ("打乱选项", "shuffle options|shuffle"),
        "attempts": ("次数|作答次数", "attempts"),
        "time_limit": ("限时", "time limit|timer"),
        "draw": ("抽题", "draw"),
        "shuffle_items": ("打乱题目", "shuffle items|shuffle questions"),
        "same": ("题目同|题目|同题", "items of|same items as"),
        "confidence": ("把握|信心", "confidence"),
        "hint_cost": ("提示扣分", "hint cost"),
    },
    "item": {
        "id": ("编号", "id"),
        "type": ("题型", "type"),
        "answer": ("答案", "answer"),
        "gap": ("空{n}", "gap{n}|gap {n}|blank{n}"),
        "unit": ("单位", "unit"),
        "hint": ("提示", "hint"),
        "explanation": ("解析", "explanation"),
        "points": ("分值|配分", "points"),
        "shuffle": ("打乱选项", "shuffle options|shuffle"),
        "rule": ("计分", "scoring"),
        "choices": ("选项|备选词|词库", "choices|options|word bank"),
        "gap_choices": ("空{n}选项", "gap{n} choices|gap{n} options"),
        "scale": ("刻度", "scale"),
        "agreed": ("定稿", "agreed by|agreed"),
        "model": ("参考答案|参考说法", "model answer|model"),
        "rubric": ("自评", "self-rating|self-check|self rating"),
        "ignore_punctuation": ("忽略标点", "ignore punctuation"),
        "ignore_particles": ("忽略的地得", "ignore particles"),
        "confidence": ("把握|信心", "confidence"),
        "hint_cost": ("提示扣分", "hint cost"),
        "objectives": ("目标|学习目标", "objectives|objective"),
        "skills": ("技能", "skills|skill"),
        "trainer": ("讲师提示", "trainer note"),
    },
    "option": {
        "feedback": ("反馈|回饋", "feedback"),
        "credit": ("得分", "credit"),
        "judged": ("评价", "judged|rated"),
        "panel": ("专家评分|评分", "panel rating|panel"),
        "share": ("占比|比例", "share"),
    },
    "roleplay": {
        **BLOCK,
        "learner": ("学员|我扮演", "Learner|You are|You play"),
        "channel": ("渠道|管道", "Channel"),
        "person": ("人物", "Person|Character"),
        "meter": ("仪表", "Meter"),
        "skills": ("技能", "Skills|Skill"),
        "grades": ("评级|評等", "Grades|Grade"),
        "role_card": ("角色卡", "Role card"),
        "shuffle": ("打乱选项", "Shuffle choices|Shuffle options|Shuffle"),
        "closed": ("条件不满足", "Condition not met|Unmet"),
        "agreed": ("定稿", "Agreed by|Agreed"),
    },
    "channel": {
        "phone": ("电话|热线|来电", "Telephone|Phone|Call"),
        "chat": ("在线|在线聊天|聊天|文字|微信", "Chat|Live chat"),
        "counter": ("当面|面对面|窗口|柜台", "Face to face|In person|Counter"),
    },
    "closed": {
        "hide": ("隐藏", "Hide|Hidden"),
        "dim": ("变灰", "Dim|Grey out|Gray out"),
    },
    "better": {
        "low": ("越低越好", "lower is better|low is good"),
        "high": ("越高越好", "higher is better|high is good"),
    },
    "me": {
        "me": ("我|学员", "Me|I|You|Learner"),
    },
    "ending_heading": {
        "ending": ("结局", "Ending|End"),
    },
    "node": {
        "id": ("编号", "ID"),
        "timer": ("限时", "Time limit|Timer"),
        "cap": ("最多", "At most|Max visits"),
        "write": ("自由作答", "Free text|Write"),
        "model": ("参考说法", "Model answer|Model"),
        "rating": ("自评", "Self-rating|Self-check|Self rating"),
        "observe": ("观察要点", "Observe|Observation points"),
        "trainer": ("讲师提示", "Trainer note"),
    },
    "ending": {
        "id": ("编号", "ID"),
        "grade": ("评级|評等", "Grade"),
        "question": ("复盘", "Debrief"),
        "observe": ("观察要点", "Observe|Observation points"),
        "trainer": ("讲师提示", "Trainer note"),
    },
    "choice": {
        "id": ("编号", "ID"),
        "effect": ("影响|效果", "Effect|Effects"),
        "coach": ("教练|点评", "Coach"),
        "reply": ("回应", "Reply|Response"),
        "condition": ("条件", "Condition|Requires"),
    },
    "route": {
        "if": ("若|如果", "If"),
        "else": ("否则", "Else|Otherwise"),
    },
    "tested": {
        "rating": ("自评", "Self-rating|Self-check|Rating"),
    },
    "worksheet": {
        **BLOCK,
        "add_rows": ("可加行", "add rows"),
    },
    "selfcheck": {
        **BLOCK,
        "scale": ("刻度", "scale"),
        "dimensions": ("维度|面向", "dimensions|dimension"),
    },
    "statement_mark": {
        "reversed": ("反向|反向题|反向计分", "reversed|reverse"),
    },
    "band": {
        "overall": ("总分|总体|整体|全部", "overall|total|all"),
    },
    "survey": {
        **BLOCK,
        "scale": ("刻度", "scale"),
        "raters": ("评价人|评分人|评价者", "raters|rater"),
        "subject": ("评价对象|被评价人|受評者", "subject|about"),
        "anonymous": ("匿名|不记名", "anonymous"),
    },
    "survey_item": {
        "id": ("编号", "id"),
        "type": ("题型", "type"),
        "scale": ("刻度", "scale"),
        "trainer": ("讲师提示", "trainer note"),
    },
    "observation": {
        **BLOCK,
        "scene": ("角色扮演|场景", "role-play|roleplay|role play|scene"),
        "subject": ("观察对象|被观察人|受觀察者", "subject|observed"),
        "raters": ("观察人|观察者", "observers|observer"),
        "anonymous": ("匿名|不记名", "anonymous"),
    },
    "observation_column": {
        "evidence": ("证据|记录|行为记录|备注", "evidence|notes|remarks|comments"),
    },
    "case": {
        **BLOCK,
        "least": ("至少", "at least|least"),
        "rating": ("自评", "self-rating|self-check|self rating"),
    },
    "case_question": {
        "id": ("编号", "id"),
        "hint": ("提示", "hint"),
        "reference": ("参考分析", "reference analysis|reference|analysis"),
        "rating": ("自评", "self-rating|self-check|self rating"),
        "trainer": ("讲师提示", "trainer note"),
    },
    "reflection": {
        **BLOCK,
        "hand_in": ("交给讲师|交给老师", "hand in|hand to trainer"),
    },
    "cards": {
        **BLOCK,
    },
    "exercise": {
        **BLOCK,
        "minutes": ("时间|时长", "time|duration|minutes"),
        "purpose": ("目的", "purpose|aim"),
        "people": ("人数", "people|participants"),
        "groups": ("分组", "groups|grouping"),
        "materials": ("材料", "materials|material"),
        "debrief": ("复盘", "debrief"),
    },
    "course": {
        "title": ("标题", "title"),
        "id": ("编号", "id"),
        "language": ("语言", "language|lang"),
        "languages": ("语言版本|译本", "languages|translations"),
        "version": ("版本", "version"),
        "description": ("简介|说明", "description"),
        "audience": ("受众|对象", "audience"),
        "author": ("作者", "author|authors"),
        "licence": ("许可|授权", "licence|license"),
        "pass_mark": ("及格|及格线|及格標準", "pass_mark|pass mark"),
        "theme": ("主题|外观|佈景主題", "theme"),
        "objectives": ("目标|学习目标", "objectives"),
        "skills": ("技能", "skills"),
        "checks": ("检查", "checks"),
        "claims": ("存疑说法", "claims"),
        "chapters": ("章节", "chapters"),
        "packs": ("打印|打印包", "packs|print"),
        "paper": ("纸张", "paper"),
    },
    "pack": {
        "handout": ("讲义|学员讲义", "handout"),
        "workbook": ("练习册|学员手册", "workbook"),
        "test": ("试卷|测验卷", "test paper|test"),
        "cards": ("话术卡|卡片", "phrase cards|cards"),
        "certificate": ("证书|结业证书", "certificate|certificates"),
        "kit": ("演练卡|角色扮演卡", "role-play kit|kit"),
        "guide": ("讲师手册|带课手册", "facilitator guide|guide"),
        "key": ("答案|答案卷", "answer key|key"),
    },
    "paper": {
        "A4": ("A4", "A4"),
        "Letter": ("信纸", "Letter|US Letter"),
    },
    "translation": {
        "title": ("标题", "title"),
        "description": ("简介|说明", "description"),
        "audience": ("受众|对象", "audience"),
        "author": ("作者", "author|authors"),
        "licence": ("许可|授权", "licence|license"),
        "objectives": ("目标|学习目标", "objectives"),
    },
    "severity": {
        "warning": ("警告", "warning"),
        "info": ("提示", "info|information|hint"),
        "off": ("关|关闭|不查", "off|none|no"),
    },
    "front_matter": {
        "title": ("标题", "title"),
        "id": ("编号", "id"),
        "minutes": ("时长|分钟", "minutes"),
        "objectives": ("目标|学习目标", "objectives"),
        "audience": ("受众|对象", "audience"),
        "reviewed_by": ("定稿", "reviewed_by|reviewed by"),
    },
    "alert": {
        "note": ("说明|备注|注", "Note"),
        "tip": ("提示|小贴士|技巧", "Tip"),
        "important": ("重要|要点", "Important"),
        "warning": ("注意|小心", "Warning"),
        "caution": ("警告|危险", "Caution"),
        "trainer": ("讲师|讲师提示|讲师备注|培训师", "Trainer|Trainer note|Facilitator"),
        "include": ("包含|引入", "Include"),
    },
    "yes_no": {
        "yes": ("是|开|对", "yes|on|true"),
        "no": ("否|关|不|错", "no|off|false"),
    },
    "truth": {
        "true": ("对|是|正确|√|✓|✔", "true|right|correct|yes"),
        "false": ("错|否|错误|不对|不正确|不是|×|✗|✘|x", "false|wrong|incorrect|no"),
    },
    "timing": {
        "at_once": ("即时|立即|马上", "at once|immediate"),
        "at_end": ("最后|结束时", "at the end|end"),
        "score_only": ("只报得分|不公布|只公布得分", "score only"),
    },
    "judged": {
        "best": ("最佳|最好|最合适", "best"),
        "worst": ("最差|最不好|最不合适", "worst"),
    },
    "rule": {
        "partial": ("部分|部分得分", "partial"),
        "balanced": ("加减分|对错相抵", "plus-minus|plus minus|balanced"),
        "all": ("全对|全对才得分", "all or nothing|all"),
        "adjacent": ("相邻", "adjacent"),
    },
}
