//! Words of the acts of whoever plans councils, in Chinese.
use crate::councils_desk::act::Act;

/// To an act, a verb first.
pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Describe => "改名字和说明",
        Act::Topics => "选议题",
        Act::Needs => "定场数和要求",
        Act::Slots => "按规则加时间",
        Act::Slot => "手工加一个时间",
        Act::Withdraw => "撤下一个时间",
        Act::Open => "请居民填时间",
        Act::Extend => "延长填时间",
        Act::Plan => "定下时间",
        Act::Close => "结束这次安排",
        Act::Cancel => "取消这次议事会",
    }
}

/// The question of an act's page.
pub(super) fn heading(act: Act) -> &'static str {
    match act {
        Act::Describe => "叫什么,为什么开?",
        Act::Topics => "商量哪些议题?",
        Act::Needs => "开几场,有什么要求?",
        Act::Slots => "哪些时间可以开会?",
        Act::Slot => "加哪一个时间?",
        Act::Withdraw => "撤下哪个时间?",
        Act::Open => "请居民填到什么时候?",
        Act::Extend => "延长到什么时候?",
        Act::Plan => "定哪些时间?",
        Act::Close => "都开完了吗?",
        Act::Cancel => "为什么取消?",
    }
}

/// What an act means, before it is done.
pub(super) fn means(act: Act) -> &'static str {
    match act {
        Act::Describe => "所有居民都能看到。",
        Act::Topics => "议题是居民提的,支持的人多的排在前面。",
        Act::Needs => "排时间的时候一定遵守这些要求。",
        Act::Slots => {
            "写一条规则,系统列出合适的时间。节假日不会列出。已经填过的居民只需要补填新加的。"
        }
        Act::Slot => "一般在晚上或休息日。工作日白天要写明原因,所有人都能看到。",
        Act::Withdraw => "撤下以后居民不再填它。已经填的会留着。",
        Act::Open => "居民会看到每个时间,填能来、勉强能来或不能来。",
        Act::Extend => "居民可以继续填,也可以改。",
        Act::Plan => "系统按大家填的时间排,先照顾最难来的人群。定下以后所有人都能看到理由。",
        Act::Close => "每一场都开完、纪要都公布以后才能结束。结束以后不能再改。",
        Act::Cancel => "取消以后不能恢复。居民填的时间会留着,议题可以以后再用。",
    }
}

/// The button that does it.
pub(super) fn send(act: Act) -> &'static str {
    match act {
        Act::Describe => "保存名字和说明",
        Act::Topics => "保存议题",
        Act::Needs => "保存要求",
        Act::Slots => "加上选好的时间",
        Act::Slot => "加上这个时间",
        Act::Withdraw => "撤下这个时间",
        Act::Open => "开始请居民填",
        Act::Extend => "延长",
        Act::Plan => "定下这些时间",
        Act::Close => "结束这次安排",
        Act::Cancel => "取消这次议事会",
    }
}

/// After it was done.
pub(super) fn done(act: Act) -> &'static str {
    match act {
        Act::Describe => "名字和说明改好了。",
        Act::Topics => "议题保存好了。",
        Act::Needs => "要求保存好了。",
        Act::Slots | Act::Slot => "时间加好了。",
        Act::Withdraw => "这个时间撤下了。",
        Act::Open => "开始了,居民现在可以填时间。",
        Act::Extend => "延长好了。",
        Act::Plan => "时间定好了,居民会收到通知。",
        Act::Close => "已经结束。",
        Act::Cancel => "已经取消,居民会看到原因。",
    }
}

/// Why something is done.
pub(super) fn reason(act: Act) -> &'static str {
    match act {
        Act::Withdraw => "为什么撤下?",
        Act::Extend => "为什么延长?",
        Act::Cancel => "为什么取消?",
        Act::Describe
        | Act::Topics
        | Act::Needs
        | Act::Slots
        | Act::Slot
        | Act::Open
        | Act::Plan
        | Act::Close => "为什么?",
    }
}
