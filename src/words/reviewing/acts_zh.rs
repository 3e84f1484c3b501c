//! Words of the acts on a proposal, in Chinese.
use crate::reviewing::act::Act;

pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Pass => "通过初审",
        Act::Return => "退回修改",
        Act::RuleOut => "按负面清单排除",
        Act::Admit => "联名不够,也送会审",
        Act::Send => "送部门会审",
        Act::Assess => "说会审意见",
        Act::Conclude => "给会审结论",
        Act::Shortlist => "列入入围",
        Act::SetAside => "写明不能办",
        Act::Merge => "建议合并",
        Act::TakeBack => "收回合并的建议",
    }
}

pub(super) fn means(act: Act) -> &'static str {
    match act {
        Act::Pass => "通过以后,邻居马上可以联名。提案人会收到通知。",
        Act::Return => "提案人改好再交,就回到初审。要改什么,大家都能看到。",
        Act::RuleOut => "只能按公布的负面清单排除。选是哪一条,再写清楚为什么。排除后不能恢复。",
        Act::Admit => "联名还不够。破例要写明原因,大家都能看到。",
        Act::Send => "选一个牵头部门,由它给公开的结论。还可以请别的部门一起看。",
        Act::Assess => "意见先只给工作人员看。有了结论,和结论一起公开。",
        Act::Conclude => "这是给提案人和大家的结论,马上公开。能办的列入入围;不能办的要写明原因。",
        Act::Shortlist => "列入入围以后,公示开始就能投票。金额大家都能看到。",
        Act::SetAside => "定为不能办,马上公开,提案人会收到通知。",
        Act::Merge => "两个提案要的是同一件事,可以建议并成一个。提案人同意了才合并。",
        Act::TakeBack => "不再问提案人要不要合并。两个提案各走各的。",
    }
}

pub(super) fn send(act: Act) -> &'static str {
    match act {
        Act::Pass => "确定,通过初审",
        Act::Return => "退回,请提案人改",
        Act::RuleOut => "确定排除",
        Act::Admit => "确定,也送会审",
        Act::Send => "送出,请部门看",
        Act::Assess => "交上意见",
        Act::Conclude => "公开这个结论",
        Act::Shortlist => "列入入围名单",
        Act::SetAside => "定为不能办",
        Act::Merge => "问提案人要不要合并",
        Act::TakeBack => "确定收回",
    }
}

pub(super) fn done(act: Act) -> &'static str {
    match act {
        Act::Pass => "已经通过初审,可以联名了。",
        Act::Return => "已经退回,提案人会收到通知。",
        Act::RuleOut => "已经排除,原因已公开。",
        Act::Admit => "已经破例。接下来请送部门会审。",
        Act::Send => "已经送出,部门会收到通知。",
        Act::Assess => "意见已经交上。",
        Act::Conclude => "结论已经公开,提案人会收到通知。",
        Act::Shortlist => "已经列入入围名单。",
        Act::SetAside => "已经定为不能办,原因已公开。",
        Act::Merge => "已经问提案人,等回答。",
        Act::TakeBack => "合并的建议已经收回。",
    }
}

pub(super) fn reason(act: Act) -> &'static str {
    match act {
        Act::Return => "要改什么?",
        Act::RuleOut => "为什么属于这一条?",
        Act::Admit => "为什么破例?",
        Act::Assess | Act::Conclude | Act::SetAside => "为什么不能办",
        Act::Merge => "为什么建议合并?",
        Act::Pass | Act::Send | Act::Shortlist | Act::TakeBack => "说明",
    }
}
