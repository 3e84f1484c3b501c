//! Words of signing in, in Chinese.
use super::Words;

/// Words of signing in, in Chinese.
pub const CHINESE: Words = Words {
    mine: "我的回音",
    mine_sign_in: "登录以后,能看到您说过什么、办到哪一步了。",
    to_recordings: "听我说过的话",
    to_times: "填我什么时候能来开会",
    to_help: "看谁在帮我",
    to_devices: "看我在哪里登录过",
    heading: "登录",
    code: "信函上的 12 位号码",
    code_hint: "在居委会寄给您的信上。有没有空格都可以。",
    sign_in: "确认登录",
    signing_in: "正在登录……",
    no_letter: "没有信,或者信找不到了?打上面的电话,居委会给您补一封。",
    staff: "工作人员登录",
    residents: "居民登录",
    name: "姓名",
    password: "密码",
    already: |name| format!("您已经登录:{name}。"),
    devices: "我的登录",
    devices_hint: "您在这些手机或电脑上登录过。不认识的,点退出。",
    this_device: "就是这一台",
    since: |since, used| format!("{since}登录,最近一次用是{used}"),
    sign_out_there: |device| format!("退出 {device}"),
    sign_out: "退出登录",
    signed_out_there: "已经退出那一台。",
};
