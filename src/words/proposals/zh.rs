//! Words of proposals, in Chinese.
use super::{Words, Writing, writing::Short};
use huiyin_domain::proposals::{Event, Stage};

/// Words of proposals, in Chinese.
pub const CHINESE: Words = Words {
    heading: "提案",
    total: |n| format!("一共 {n} 个提案"),
    none: "还没有提案。第一个可以由您来提:点下面的按钮,写一句话就行。",
    none_now: "没有提案。",
    sort: "排序",
    newest: "最新的在前",
    most_co_signed: "联名多的在前",
    by_number: "按编号",
    more: |left| format!("再看几个(还有 {left} 个)"),
    more_shown: |n| format!("又显示了 {n} 个提案"),
    number: |n| format!("第{n}号"),
    co_signs: |n| format!("{n} 人联名"),
    place: "在哪里",
    why: "为什么",
    requests: "诉求",
    cost: "大概要多少钱",
    about: |amount| format!("提案人估计 {amount}"),
    cost_unknown: "提案人不知道",
    cost_reviewed: |amount| format!("核定 {amount}"),
    photos: "照片",
    photo_alt: |n, title| format!("“{title}”的照片 {n}"),
    by: |name| format!("提案人:{name}"),
    by_elsewhere: "提案人:没有记录",
    contest: "所属活动",
    status,
    co_signs_of: |n, needed| match needed {
        0 => format!("已有 {n} 人联名。"),
        needed if n >= needed => format!("已有 {n} 人联名,够了({needed} 人)。"),
        needed => format!("已有 {n} 人联名,需要 {needed} 人。"),
    },
    you_co_signed: "您已经联名。",
    yours: "这是您的提案。可以请邻居来联名。",
    event,
    co_sign: "联名支持",
    co_sign_means: "联名就是用您的名义支持这个提案。别人只看到有多少人联名,看不到是谁。",
    sign_in_to_co_sign: "登录后联名",
    co_signed: "联名成功,谢谢您。",
    withdraw_co_sign: "撤回联名",
    co_sign_withdrawn: "您的联名已经撤回。",
    withdraw: "撤回提案",
    withdraw_ask: "要撤回这个提案吗?撤回以后不能恢复,联名也作废。",
    withdraw_sure: "确定撤回",
    withdraw_not: "不撤回",
    withdrawn: "提案已经撤回。",
    review: "管理:会审",
    shortlist_cost: "核定金额(元)",
    shortlist_hint: |cap| format!("每个提案最多 {cap}。写数字就行。"),
    shortlist: "列入入围名单",
    shortlisted: "已经列入入围名单。",
    set_aside_reason: "为什么不能办",
    set_aside_hint: "写给提案人和所有人看:为什么不能办,还有什么办法。",
    set_aside: "定为不能办",
    was_set_aside: "已经定为不能办,原因已公开。",
    writing: WRITING,
};

pub(super) const WRITING: Writing = Writing {
    step: |n, all| format!("第 {n} 步,共 {all} 步"),
    back_to_check: "返回检查页",
    back_to_contest: "返回活动页",
    what: "您想做什么?",
    what_hint: |max| {
        format!("写一句话,最多 {max} 个字。例如:给3号楼装扶手。可以用键盘上的话筒说。")
    },
    requests: "具体要求有哪些?",
    requests_hint: |max| {
        format!("一行写一条,最多 {max} 条,会自动编号。没有别的要求,可以不写,直接继续。")
    },
    requests_preview: "编号后是这样",
    requests_none: "还没有写。不写也可以。",
    requests_over: |n, max| {
        format!("写了 {n} 条,最多 {max} 条。下面是前 {max} 条,多的请删掉,或者写进“为什么”。")
    },
    place: "在哪里?",
    place_hint: "例如:3号楼1单元门口。",
    why: "为什么需要?",
    why_hint: |max| format!("说说现在有什么不方便,对谁有好处。最多 {max} 个字。"),
    cost: "大概要多少钱?",
    cost_hint: "单位是元,写个大概就行,例如 8000 或 1.5万。",
    cost_unknown: "不知道",
    photo: "要不要放照片?",
    photo_hint: |max| format!("可以不放。最多 {max} 张,每张不超过 20 MB。不要拍到别人的脸。"),
    photo_choose: "选照片或拍照",
    photo_full: |max| format!("已经有 {max} 张了。要换,先删掉一张。"),
    photo_sending: "正在上传照片……",
    photo_sent: |n| format!("照片 {n} 已经传好。"),
    photo_kept: "这张照片还没有传上去。",
    photo_again: "再传一次",
    photo_drop: "不要这张了",
    photo_unread: "读不到这张照片。请重新选一次。",
    photo_remove: |n| format!("删除照片 {n}"),
    photo_removed: "照片已经删除。",
    photo_sign_in: "放照片要先登录。您写的内容会保留。也可以不放照片,直接继续。",
    autosaved: "您写的内容自动保存在这台手机上。",
    check: "请检查您的提案",
    check_hint: "看一遍,没有问题就提交。要改,点那一项的“修改”。",
    short: Short {
        title: "做什么",
        requests: "具体要求",
        place: "在哪里",
        why: "为什么",
        cost: "大概多少钱",
        photos: "照片",
    },
    empty: "还没有填",
    requests_are_title: "没有另外写,就按“做什么”那句话",
    no_photos: "没有照片",
    n_photos: |n| format!("{n} 张照片"),
    send: "提交提案",
    send_means: "提交以后所有人都能看到,并且会显示您的称呼。在公示以前,您可以撤回。",
    sign_in_first: "提交要先登录。您写的内容保存在这台手机上,登录以后从活动页点“继续写”。",
    sign_in: "登录后提交",
    sent_elsewhere: "这份提案可能已经从另一个页面提交了。请先看提案列表里有没有;\
        没有的话,再点一次“提交提案”。",
    look_at_list: "看提案列表",
    sent: "提案已提交",
    your_number: "您的提案编号",
    number_means: "请记下这个编号。打电话或到居委会问,说编号就能找到。",
    sent_earlier: "您上一次提交其实已经成功,收到的是那时写的内容。后来改的没有算进去。",
    next: "接下来",
    next_co_signs: |n| {
        format!("请邻居来联名:需要 {n} 位居民联名,才进入部门会审。把编号告诉他们就行。")
    },
    next_review: "征集结束以后,部门会看每个提案能不能办。",
    next_find: "进展会写在提案页上,随时可以看。",
    look_at_it: "看我的提案",
    to_contest: "回活动页",
};

fn status(stage: &Stage, amount: &str) -> String {
    match stage {
        Stage::CoSigning => "正在征集邻居的联名。".into(),
        Stage::Shortlisted { .. } => format!("已经入围,核定 {amount},等待大家投票。"),
        Stage::NotFeasible { reason } => format!("部门看过,不能办。原因:{reason}"),
        Stage::Withdrawn => "提案人已经撤回。".into(),
        Stage::Won { .. } => format!("当选了,得到资助 {amount}。"),
        Stage::NotSelected { .. } => format!("这次没有当选(需要 {amount})。"),
    }
}

fn event(event: &Event, n_times: u32, amount: &str) -> String {
    match event {
        Event::Submitted => "提案提交。".into(),
        Event::CoSigned => format!("{n_times} 位居民联名。"),
        Event::CoSignWithdrawn => format!("{n_times} 位居民撤回了联名。"),
        Event::Withdrawn => "提案人撤回了提案。".into(),
        Event::Shortlisted { .. } => format!("入围,核定 {amount}。"),
        Event::SetAside { reason } => format!("定为不能办。原因:{reason}"),
        Event::Won { .. } => format!("当选,得到资助 {amount}。"),
        Event::NotSelected => "投票结果公布:没有当选。".into(),
    }
}
