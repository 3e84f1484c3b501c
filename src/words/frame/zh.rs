//! Words around every page, in Chinese.
use super::Words;

/// Words around every page, in Chinese.
pub const CHINESE: Words = Words {
    product: "回音",
    own_name: "中文",
    skip: "跳到正文",
    doors: "主要页面",
    home: "首页",
    contests: "提案大赛",
    display: "大字",
    mine: "我的",
    screen_of: |at, all| format!("第 {at} 屏,共 {all} 屏"),
    screens: "接着看",
    next_screen: "接着看下一屏",
    screen_before: "回到上一屏",
    sign_in: "登录",
    hot_line: "居委会电话",
    call: "打电话",
    no_passwords: "我们不会向您要银行密码,也不会让您转账。",
    opening: "正在打开,请稍等……",
    try_again: "再试一次",
    not_found: "没有这个页面",
    not_opened: "没有打开这个页面",
    not_found_next: "网址可能抄错了,或者内容已经不在了。可以回首页,或者打上面的电话问。",
    go_home: "回首页",
    back: "返回",
    go_on: "继续",
    change: "修改",
    sending: "正在发送……",
    clock_is_wrong: "您手机的时间不准。这里的日期和截止时间都以社区的时间为准。",
    cannot_keep: "这台手机不能保存内容(可能是无痕模式)。离开本页后要重新登录、重新填写。",
    away: "社区的服务器现在没有回应。您填的内容还在,过一会儿再试,或者打上面的电话。",
    offline: "手机现在没有网络。您填的内容还在,有网络以后再试一次。",
    unknown_community: "这个网址的设置旧了,服务器上没有这个社区。请刷新页面;还是不行,请打电话给居委会。",
    garbled: "这个页面的版本旧了。请刷新页面;您填的内容会保留。",
    archive: "存档",
    archive_means: |on| {
        format!("这是已结束活动的存档,保存于 {on}。这里可以看,可以复核计票;不能登录,也不能提交。")
    },
    archive_home: "已经结束的活动",
    not_in_archive: "存档里没有这一项。要办事,请打上面的电话。",
};
