//! What `huiyin serve` prints when it has started, in both languages.

use std::net::SocketAddr;

use huiyin_domain::residents::letter_code::LetterCode;

use crate::demo::SignIns;

/// Prints where the app is and, for a demo, how to sign in.
pub fn print(address: SocketAddr, has_client: bool, demo: Option<&SignIns>) {
    println!("{}", words(address, has_client, demo));
}

fn words(address: SocketAddr, has_client: bool, demo: Option<&SignIns>) -> String {
    let site = format!("http://{address}");
    let mut lines = vec![format!("Huiyin 回音 is running · 已启动:  {site}/")];
    if !has_client {
        lines.push(format!("  API only, without the app · 只有接口:  {site}/api/v1/health"));
    }
    if let Some(demo) = demo {
        lines.push("Residents sign in with a letter code · 居民用信函码登录:".to_owned());
        for (name, code) in &demo.letters {
            lines.push(format!("  {name}   {}   {}", code.grouped(), link(&site, code)));
        }
        lines.push("The organiser signs in by name and password · 组织者用户名和密码:".to_owned());
        let (name, password) = (demo.staff_name, demo.staff_password);
        lines.push(format!("  {name}   {password}   {site}/sign-in"));
        lines.push(
            "The administrator signs in with the same password · 管理员用同一密码登录:".into(),
        );
        lines.push(format!("  {}   {site}/sign-in", demo.administrator));
        lines.push("Departments sign in with the same password · 部门用同一密码登录:".to_owned());
        for (name, department) in &demo.reviewers {
            lines.push(format!("  {name}   {department}   {site}/sign-in"));
        }
        lines.push(format!("Contests · 提案大赛:  {site}/contests"));
        lines.push(
            "This is a demo: its codes are known to all, so keep it to yourself.\n\
             这是演示：这些信函码人人可知，请勿用于真实社区。"
                .to_owned(),
        );
    }
    lines.join("\n")
}

/// The link that signs in; the code stands in the fragment, which browsers do not send.
fn link(site: &str, code: &LetterCode) -> String {
    format!("{site}/sign-in#code={}{}", code.letter(), code.secret())
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::ids::CommunityId;

    #[test]
    fn the_link_carries_the_code_in_its_fragment() {
        let demo = SignIns {
            community: CommunityId(1),
            letters: vec![("王阿姨".into(), LetterCode::parse("123456789012").unwrap())],
            staff_name: "organiser",
            staff_password: "words",
            administrator: "admin",
            reviewers: vec![("wuye", "物业公司")],
        };
        let said = words("127.0.0.1:8080".parse().unwrap(), true, Some(&demo));
        assert!(said.contains("http://127.0.0.1:8080/sign-in#code=123456789012"), "{said}");
        assert!(said.contains("1234 5678 9012") && said.contains("words"));
        assert!(said.contains("wuye   物业公司"));
    }
}
