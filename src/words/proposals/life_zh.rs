//! Words of a proposal's way, in Chinese.
use super::life::{Editing, Joining, Life, Merging, Similar, Texts};
use crate::words::{Language, Room, Tone};
use huiyin_domain::proposals::{Event, Finding, Stage};

const LANGUAGE: Language = Language::Chinese;

pub(super) const LIFE: Life = Life {
    status,
    project: |n| format!("第{n}号项目"),
    event,
    names: |names| names.join("、"),
    co_authors: |names| format!("共同提案人:{names}"),
    review: "部门会审",
    lead: |name| format!("{name}牵头,由它公开答复。"),
    others: |names| format!("一起看的还有:{names}。"),
    due: |day| format!("最晚{day}给出结论。"),
    days_late: |n| format!("已经晚了 {n} 个工作日。可以打上面的电话催一催。"),
    answered: |n, all| format!("{all} 个部门里,{n} 个已经给出意见。"),
    finding,
    text_n: |n| format!("现在是第 {n} 版文字。"),
    see_texts: "看每一版改了什么",
    goes_on_in: |n, title| format!("看第{n}号《{title}》"),
    merged: "合并进来的提案",
    asked_merge: |n, title| format!("有人建议把您的提案和第{n}号《{title}》合在一起办。由您决定。"),
    awaits_author: |n, title| format!("有人建议和第{n}号《{title}》合在一起办,正在等提案人决定。"),
    answer_merge: "去看看,再决定",
    yours: "这是您的提案。",
    edit: "修改提案",
    edit_on: "接着改(上次还没交)",
    invite: "请人一起提",
    leave: "退出这个提案",
    leave_ask: "要退出吗?退出以后,您不再是共同提案人。提案还在。",
    leave_sure: "确定退出",
    leave_not: "不退出",
    left: "您已经退出,不再是共同提案人。",
    move_ask: |n| format!("您联名的这个提案已经并到第{n}号。要把您的联名转过去吗?"),
    move_means: "不点就不转。您的联名只由您自己决定。",
    move_co_sign: |n| format!("把联名转到第{n}号"),
    co_sign_moved: "您的联名已经转过去。",
    edited: "改好了。大家现在看到的是新的一版。",
    joined: "加入成功。您现在是共同提案人。",
    was_merged: "您同意了合并。两个提案从现在起合在一起办。",
    merge_declined: "记下了:不合并,您的提案照原样往下走。",
    staff_done: "办好了。",
    next_screening: "居委会先看它是不是活动能资助的。看过以后,就可以请邻居联名。",
    similar: Room::apart(Tone::Chinese),
    editing: Room::apart(Tone::Chinese),
    texts: Room::apart(Tone::Chinese),
    joining: Room::apart(Tone::Chinese),
    merging: Room::apart(Tone::Chinese),
};

pub(super) const SIMILAR: Similar = Similar {
    heading: "有人也提过,要不要一起?",
    told: |n| format!("有 {n} 个差不多的提案,在输入框下面。您可以接着写。"),
    keeps: "打开看,您写的不会丢。",
    open: |n| format!("看第{n}号"),
    co_sign: |n| format!("联名第{n}号"),
    co_signed: "联名成功。您写的还在:可以接着写,也可以不写了。",
    sign_in: "登录后联名",
    my_own: "还是提我的",
    my_own_then: "好,请接着写。",
};

pub(super) const EDITING: Editing = Editing {
    heading: "修改提案",
    back: "返回提案页",
    hint: "要改哪一项,点那一项的“修改”。都改好了,点最下面的按钮。",
    mend: |what| format!("居委会请您改:{what}"),
    why: "为什么改?",
    why_needed: |n| format!("已经有 {n} 人联名。请写一句,他们会收到。"),
    why_free: "可以不写。写一句,别人更容易明白。",
    why_missing: "还没有写为什么改。已经有人联名,请写一句。",
    send_means: "交上以后,大家看到新的一版。以前的文字和改动都能查到。",
    send: "交上修改",
    sign_in_first: "交上修改要先登录。您写的内容保存在这台手机上。",
    sign_in: "登录后再交",
    changed_meanwhile: |n| {
        format!("您写的时候,别人交了第 {n} 版。您写的还在。请先看那一版改了什么,再决定交不交。")
    },
    not_now: "现在不能修改这个提案",
};

pub(super) const TEXTS: Texts = Texts {
    heading: "每一版的文字",
    version: |n, day| format!("第 {n} 版,{day}"),
    why: |why| format!("为什么改:{why}"),
    no_why: "没有写为什么改。",
    first: "这是最初的文字。",
    legend: "加上的字下面有线;删掉的字中间有线。",
    added: "加上:",
    removed: "删去:",
    mark_ends: ";",
    photos: |before, now| format!("照片从 {before} 张变成 {now} 张。"),
    only_one: "还没有改过,只有这一版。",
};

pub(super) const JOINING: Joining = Joining {
    invite: "请人一起提",
    invite_means: |max| {
        format!(
            "加入的人列为共同提案人:称呼公开,也能修改提案。最多 {max} 位。\
             邀请码只发给您信得过的人。"
        )
    },
    make: "生成邀请码",
    make_another: "再生成一个(旧的作废)",
    code: "邀请码",
    until: |until| format!("{until}以前有效,用一次就作废。"),
    not_again: "离开这一页就看不到了,请先打印或者复制。",
    slip: |title| format!("请您一起提《{title}》。"),
    scan: "用手机扫这个方块,就能打开加入的页面。",
    message: |title, code, address| {
        format!("请您一起提《{title}》。打开 {address} 就能加入;邀请码 {code}。")
    },
    message_label: "发给对方的话",
    copy: "复制这段话",
    copied: "已经复制,去微信里粘贴就行。",
    by_hand: "手机没有让我们复制。请长按上面的字,自己复制。",
    not_now: "现在不能请人加入",
    join: "一起提这个提案",
    join_means: "加入以后,您是共同提案人:称呼公开,也能修改提案。您给它的联名会自动收回。",
    code_label: "邀请码",
    code_hint: "提案人发给您的 8 位数字。",
    code_wrong: "邀请码是 8 位数字。请对照再填一次。",
    send: "加入",
    sign_in_first: "加入要先登录。登录以后,请再打开一次这个链接。",
};

pub(super) const MERGING: Merging = Merging {
    question: |n| format!("要不要和第{n}号合在一起办?"),
    why: |why| format!("为什么建议合并:{why}"),
    means: "同意以后,您的提案并到那一个里,不再单独往下走,这不能恢复。给您联名的人会被问,\
            要不要把联名转过去。不同意,就各办各的。",
    agree: "同意合并",
    decline: "不合并",
    yours: "您的提案",
    other: "那一个提案",
    see: |n| format!("看第{n}号全文"),
    not_now: "现在没有要您决定的合并",
};

fn finding(name: &str, finding: &Finding, amount: &str) -> String {
    match finding {
        Finding::Feasible { months, .. } => {
            format!("{name}:能办,要 {amount},大约 {months} 个月。")
        }
        Finding::NotFeasible { reason } => format!("{name}:不能办。原因:{reason}"),
    }
}

fn status(stage: &Stage, amount: &str) -> String {
    match stage {
        Stage::Submitted => "居委会正在初审,看它是不是活动能资助的。".into(),
        Stage::Returned { what } => format!("退回给提案人修改。要改的地方:{what}"),
        Stage::CoSigning => "正在征集邻居的联名。".into(),
        Stage::Qualified => "联名够了,等着送部门会审。".into(),
        Stage::UnderReview => "部门正在会审,看能不能办、要花多少钱。".into(),
        Stage::Shortlisted { months: None, .. } => {
            format!("已经入围,核定 {amount},等待大家投票。")
        }
        Stage::Shortlisted { months: Some(months), .. } => {
            format!("已经入围,核定 {amount},大约 {months} 个月办好,等待大家投票。")
        }
        Stage::NotFeasible { reason } => format!("部门看过,不能办。原因:{reason}"),
        Stage::OutOfScope { item, reason } => {
            format!("不在资助范围内。负面清单这一条:“{item}”。原因:{reason}")
        }
        Stage::MergedInto { into } => format!("已经和第{into}号提案合并,一起办。"),
        Stage::Withdrawn => "提案人已经撤回。".into(),
        Stage::Won { .. } => format!("当选了,得到资助 {amount}。"),
        Stage::NotSelected { .. } => format!("这次没有当选(需要 {amount})。"),
        Stage::InDelivery { .. } => format!("当选了,资助 {amount},正在实施。"),
        Stage::Delivered { .. } => format!("已经建成,结项了(资助 {amount})。"),
        Stage::Stopped { reason, .. } => format!("项目中止了。原因:{reason}"),
        Stage::Reserve { place, .. } => {
            format!("这次没有当选,列入储备第 {place} 位(需要 {amount});有当选的退出时,可以递补。")
        }
        Stage::GivenBack { reason, .. } => format!("当选后退出了,{amount} 退回。原因:{reason}"),
    }
}

fn event(event: &Event, n_times: u32, amount: &str) -> String {
    match event {
        Event::Submitted => "提案提交。".into(),
        Event::CoSigned => format!("{n_times} 位居民联名。"),
        Event::CoSignWithdrawn => format!("{n_times} 位居民撤回了联名。"),
        Event::CoSignMoved => format!("{n_times} 位居民把联名转给了合并后的提案。"),
        Event::Withdrawn => "提案人撤回了提案。".into(),
        Event::AuthorJoined => "一位居民加入,成为共同提案人。".into(),
        Event::AuthorLeft => "一位共同提案人退出了。".into(),
        Event::Passed => "通过初审,可以联名。".into(),
        Event::Returned { what } => format!("退回修改。要改的地方:{what}"),
        Event::RuledOut { item, reason } => {
            format!("不在资助范围内。负面清单这一条:“{item}”。原因:{reason}")
        }
        Event::Edited { n, why: Some(why), .. } => format!("改成第 {n} 版。为什么改:{why}"),
        Event::Edited { n, why: None, .. } => format!("改成第 {n} 版。"),
        Event::Qualified => "联名够了。".into(),
        Event::Admitted { reason } => format!("联名不够,居委会先送去会审。原因:{reason}"),
        Event::SentToReview { due, .. } => {
            format!("送部门会审,最晚{}给出结论。", LANGUAGE.date(*due))
        }
        Event::Assessed { finding: found, .. } => finding("一个部门的意见", found, amount),
        Event::Shortlisted { months: None, .. } => format!("入围,核定 {amount}。"),
        Event::Shortlisted { months: Some(months), .. } => {
            format!("入围,核定 {amount},大约 {months} 个月。")
        }
        Event::SetAside { reason } => format!("定为不能办。原因:{reason}"),
        Event::MergeOffered { into, why } => {
            format!("建议和第{into}号合并,请提案人决定。原因:{why}")
        }
        Event::MergeTakenBack => "合并的建议收回了。".into(),
        Event::MergeDeclined => "提案人不同意合并。".into(),
        Event::Merged { into, why } => format!("和第{into}号合并。原因:{why}"),
        Event::Won { .. } => format!("当选,得到资助 {amount}。"),
        Event::NotSelected => "投票结果公布:没有当选。".into(),
        Event::Begun => "立项,开始实施。".into(),
        Event::Delivered => "建成,结项。".into(),
        Event::Stopped { reason } => format!("项目中止。原因:{reason}"),
        Event::Reserved { place } => format!("投票结果公布:没有当选,列入储备第 {place} 位。"),
        Event::CalledUp { reason, .. } => {
            format!("从储备名单递补当选,得到资助 {amount}。原因:{reason}")
        }
        Event::GivenBack { reason, .. } => format!("退出,{amount} 退回。原因:{reason}"),
    }
}
