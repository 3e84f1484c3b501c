//! Words of those who run a council, in Chinese.
use super::{Fields, People, Run, Words};
use crate::{meetings_desk::act::Act, words::meetings::zh::became};
use huiyin_domain::councils::meeting::{Answer, Presence, StageKind, Way};

/// Words of those who run a council, in Chinese.
pub const CHINESE: Words = Words {
    heading: "办理议事会",
    none: "还没有议事会。先在系列会里选定时间。",
    waits,
    open: "去办理",
    older: "看更早的",
    newest: "回到最近的",
    notice_by: |day| format!("公告最晚{day}发出"),
    leads: |name| format!("主持人:{name}"),
    nobody_leads: "还没有主持人。请选一位。",
    counts: |seats| {
        format!(
            "报名:现场 {} 人,网上 {} 人。候补:现场 {} 人,网上 {} 人。",
            seats.n_coming_in_person,
            seats.n_coming_online,
            seats.n_waiting_in_person,
            seats.n_waiting_online,
        )
    },
    day_changed: became,
    move_to: |when| format!("建议改到{when}。"),
    move_nowhere: "前后四周都没有更合适的日子。请另选时间,或者照原来的时间开。",
    to_move: "按建议改期",
    move_reason: became,
    acts: "可以办的事",
    facts: "现在的情况",
    to_run: "开会:签到、记录、表决",
    to_people: "谁来、谁候补",
    to_public: "看居民看到的页面",
    back: "回到这场议事会",
    act,
    means,
    send,
    done,
    not_now: "现在不能这样做。可能还没到时候,或者别人已经办了。",
    fields: FIELDS,
    run: RUN,
    people: PEOPLE,
};

const FIELDS: Fields = Fields {
    item: |n| format!("第 {n} 项"),
    item_title: |n| format!("第 {n} 项谈什么?"),
    item_minutes: |n| format!("第 {n} 项用几分钟?"),
    item_open: "上次没办完的决议,排在前面。",
    item_up: |n| format!("第 {n} 项往前移"),
    item_down: |n| format!("第 {n} 项往后移"),
    item_out: |n| format!("去掉第 {n} 项"),
    item_add: "加一项",
    minutes: |minutes, most| format!("一共 {minutes} 分钟,这场会有 {most} 分钟。"),
    topics: "居民提的议题",
    topic_add: |title| format!("加入议程:{title}"),
    day: "哪一天?",
    from: "几点开始?",
    until: "几点结束?",
    room: "在哪里?",
    seats: "有几个座位?",
    online: "网上能进几个人?",
    online_hint: "不能在网上参加,就不写。",
    link: "网上会议的地址",
    link_hint: "从 https:// 开始。还不知道就不写。",
    reason: "为什么?",
    reason_hint: "所有居民都会看到。",
    working_hours: "为什么在上班时间?",
    working_hours_hint: "只有在上班时间开,才要写。所有人都会看到。",
    loses: |names| match names {
        [] => "报了名的人都还有座位。".to_owned(),
        names => format!("会有 {} 人没有座位,转为候补:{}。", names.len(), names.join("、")),
    },
    leader: "谁来主持?",
    no_leader: "还没有人",
    resolution: "哪一条决议?",
    resolution_line: |number, words| format!("决议 {number}:{words}"),
    missing: "居民说还差这些",
    missing_line: |number, words| format!("决议 {number}:{words}"),
    step: "做了什么?",
    is_done: "办完了吗?",
    done_yes: "办完了",
    done_no: "还没办完",
    summary: "会上说了什么?",
    summary_hint: "议程、意见、表决会自动附上。不要写姓名。",
};

const RUN: Run = Run {
    heading: "开会",
    present: |here, needed| format!("到场 {here} 人,要 {needed} 人"),
    quorate: "人数够了,可以表决。",
    missing: |n| format!("还差 {n} 人才能表决。"),
    where_from: |room, line, walk_ins| {
        format!("现场 {room} 人,网上 {line} 人;其中没报名的 {walk_ins} 人。")
    },
    counts_old: "网络断了,人数可能不是最新的。",
    opens: |when| format!("{when}起可以签到、开会。"),
    open: "宣布开会",
    is_over: "这场会已经结束。",
    check_in: "签到",
    code: "签到码",
    code_hint: "在居民手机上的议事会页面。也可以用手机相机扫。",
    way: "怎么参加?",
    code_send: "用这个码签到",
    name: "按姓名找",
    name_hint: "写称呼、楼号都可以。",
    find: "找人",
    nobody: "没有找到。可以用“临时参加”签到。",
    found: |n| format!("找到 {n} 人"),
    check_in_one: |name, address| format!("签到:{name}({address})"),
    group: "临时来的人是哪一类?(不问也可以)",
    group_none: "没有说",
    walk_in: "临时参加,签到",
    agenda: "议程",
    item: |hours, title| format!("{hours} {title}"),
    now: "现在谈这一项",
    opinion: "记录意见",
    opinion_words: "说了什么?",
    opinion_hint: "每条意见都有编号,都要答复。不要写姓名。",
    item_of: "意见属于哪一项?",
    item_of_vote: "表决属于哪一项?",
    item_none: "不属于哪一项",
    speaker: "谁说的?",
    speaker_none: "不记名",
    opinion_send: "记下这条意见",
    n_opinions: |n| format!("记下了 {n} 条意见。"),
    vote: "表决",
    no_vote: "现在不能表决:要先开会,人数也要够。",
    vote_words: "表决什么?",
    yes: "赞成几票?",
    no: "反对几票?",
    abstain: "弃权几票?",
    abstain_hint: "没有就不写。",
    vote_send: "记下表决结果",
    end: "散会",
    end_held: "人数够,这次算开成了。散会以后不能再表决。",
    end_no_quorum: "人数不够,这次不算开成。意见照样有答复。",
    follow_up: "接下来怎么办?",
    follow_up_hint: "比如:两周后再开。不写也可以。",
    end_send: "散会",
    checked_in: "签到好了。",
    opened: "开会了。",
    recorded: "意见记下了,有了编号。",
    voted: "表决记下了。",
    ended: "散会了。接下来写纪要。",
    undone: "撤销了签到。",
};

const PEOPLE: People = People {
    heading: "谁来、谁候补",
    nobody: "还没有人报名。",
    walk_in: |number| format!("临时参加 {number} 号"),
    answer,
    presence: |presence| match presence {
        Presence::Away => "还没到".to_owned(),
        Presence::Here { way: Way::InPerson, .. } => "到了,在现场".to_owned(),
        Presence::Here { way: Way::Online, .. } => "到了,在网上".to_owned(),
    },
    only_chance: "只有这一场能来",
    undo: |name| format!("撤销{name}的签到"),
    check_in: |name| format!("给{name}签到"),
    print: "打印签到表",
    to_answer_for: "替打电话来的人报名",
    answer_for: |name, way| match way {
        Way::InPerson => format!("{name}到现场"),
        Way::Online => format!("{name}网上参加"),
    },
    decline_for: |name| format!("{name}不来"),
    answered: "记下了。",
};

fn answer(answer: &Answer, place: Option<u32>) -> String {
    match (answer, place) {
        (Answer::Nothing, _) => "没有报名".to_owned(),
        (Answer::Coming { way: Way::InPerson, .. }, _) => "有座位".to_owned(),
        (Answer::Coming { way: Way::Online, .. }, _) => "网上有名额".to_owned(),
        (Answer::Waiting { .. }, Some(place)) => format!("候补第 {place} 位"),
        (Answer::Waiting { .. }, None) => "候补".to_owned(),
        (Answer::NotComing, _) => "不来".to_owned(),
    }
}

fn waits(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Scheduled => "等着:定议程,发公告",
        StageKind::Noticed => "等着:开会",
        StageKind::InSession => "正在开会",
        StageKind::Held | StageKind::NoQuorum => "等着:公布纪要",
        StageKind::MinutesPublished => "等着:落实决议,办结",
        StageKind::Closed => "已经办结",
        StageKind::Cancelled => "取消了",
    }
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Agenda => "定议程",
        Act::Notice => "发公告",
        Act::Move => "改时间或地点",
        Act::Link => "改网上会议的地址",
        Act::Facilitator => "换主持人",
        Act::Cancel => "取消这场会",
        Act::FollowUp => "写决议的进展",
        Act::Minutes => "公布纪要",
        Act::Close => "办结这场会",
        Act::AnswerFor => "替居民报名",
    }
}

fn means(act: Act) -> &'static str {
    match act {
        Act::Agenda => "最多 7 项。上次没办完的决议自动排在前面。",
        Act::Notice => "所有居民都会收到通知,看到时间、地点和议程。",
        Act::Move => "所有居民都会收到通知。座位变少时,后报名的人转为候补。",
        Act::Link => "在网上参加的人会收到通知。",
        Act::Facilitator => "一场会由一位工作人员主持。",
        Act::Cancel => "所有居民都会收到通知。取消以后不能恢复。",
        Act::FollowUp => "所有人都能看到进展。说办完了,就请居民回话。",
        Act::Minutes => "公布以后所有人都能看到,不能再改。来过的人会收到通知。",
        Act::Close => "居民说办好了,或者回话的日子过了,就可以办结。放到后面的议事会也行。",
        Act::AnswerFor => "有人打电话或写信来,就在这里替他们报名。",
    }
}

fn send(act: Act) -> &'static str {
    match act {
        Act::Agenda => "保存议程",
        Act::Notice => "发出公告",
        Act::Move => "改过去,通知大家",
        Act::Link => "保存地址",
        Act::Facilitator => "就选这位",
        Act::Cancel => "取消这场会,通知大家",
        Act::FollowUp => "公布进展",
        Act::Minutes => "公布纪要",
        Act::Close => "办结",
        Act::AnswerFor => "报名",
    }
}

fn done(act: Act) -> &'static str {
    match act {
        Act::Agenda => "议程定好了。",
        Act::Notice => "公告已经发出。",
        Act::Move => "改好了,已经通知大家。",
        Act::Link => "会议地址改好了。",
        Act::Facilitator => "主持人改好了。",
        Act::Cancel => "已经取消,通知了大家。",
        Act::FollowUp => "进展已经公布。",
        Act::Minutes => "纪要已经公布。",
        Act::Close => "已经办结。",
        Act::AnswerFor => "记下了。",
    }
}
