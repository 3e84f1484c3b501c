//! Stories of messages that leave the house: nobody gets one twice, whatever falls.

use std::net::SocketAddr;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use huiyin_backend::app::App;
use huiyin_backend::notices::Doors;
use huiyin_backend::notices::channels::{Mail, Reach, Sent, SmsGateway};
use huiyin_backend::tick::tick;
use huiyin_domain::feedback::{Command, Theme};
use huiyin_domain::notices::wire::{ChoicesPage, Inbox, PushKey, PushKeys, PushSubscription};
use huiyin_domain::notices::{ChoicesForm, EmailAddress, Route, wire::ReadForm};
use huiyin_domain::problems::FieldFault;
use ring::{aead, agreement, hmac, rand::SystemRandom};

use crate::carriers::{Book, Gateway, Pushed, mail_server, push_service};
use crate::notices::{acknowledge, act, no, say};
use crate::people::{Person, here};
use crate::submissions::{PROPERTY, pass_on};
use crate::world::{World, on_each_engine, start};

const MINUTE_MS: i64 = 60_000;

pub(crate) async fn choose(person: &Person, form: &ChoicesForm) -> ChoicesPage {
    person.post(&here("/notices/choices"), form).await.ok()
}

pub(crate) fn by_sms() -> ChoicesForm {
    ChoicesForm { phone: "13812345678".to_owned(), sms: true, ..ChoicesForm::default() }
}

fn by_email() -> ChoicesForm {
    ChoicesForm { email: "wang@example.cn".to_owned(), ..ChoicesForm::default() }
}

pub(crate) fn sms(book: &Book<Sent, (String, String)>) -> Reach {
    let gateway: Arc<dyn SmsGateway> = Arc::new(Gateway(book.clone()));
    Reach { sms: Some(gateway), ..Reach::default() }
}

/// Wang wants text messages, has said something, and is answered.
async fn answered(world: &World, form: &ChoicesForm) {
    let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
    choose(&wang, form).await;
    let id = say(&wang, "路灯坏了").await;
    act(&organiser, id, &acknowledge()).await;
}

pub(crate) async fn n_sent(app: &App) -> usize {
    tick(app).await.n_sent
}

#[test]
fn a_message_goes_out_once_however_often_it_is_looked_for() {
    on_each_engine(async |world| {
        let book = Book::new([]);
        let (_, one) = world.reaching(sms(&book));
        let (_, other) = world.reaching(sms(&book));
        answered(world, &by_sms()).await;
        let (here, there) = tokio::join!(n_sent(&one), n_sent(&other));
        assert_eq!(here + there, 1);
        assert_eq!(n_sent(&one).await + n_sent(&other).await, 0);
        let seen = book.seen();
        let [(number, words)] = &seen[..] else { panic!("{seen:?}") };
        assert_eq!(number, "13812345678");
        assert!(words.contains("第1号") && !words.contains("路灯"), "{words}");
    });
}

#[test]
fn what_is_only_sorted_or_passed_on_disturbs_no_resident_and_stands_in_the_inbox() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let reviewer = world.reviewer(1).await;
        choose(&wang, &by_sms()).await;
        choose(&reviewer, &by_sms()).await;
        let id = say(&wang, "路灯坏了").await;
        act(&organiser, id, &Command::Sort { theme: Theme::Repairs, place: None }).await;
        act(&organiser, id, &pass_on(PROPERTY)).await;
        let of = |kind: &str| format!("SELECT COUNT(*) FROM outbox WHERE kind = '{kind}'");
        let rows = |kind: &str| world.number(of(kind).leak());
        // Whoever has to answer now is told on every way they chose.
        assert_eq!((rows("resident"), rows("staff")), (0, 1));
        let inbox: Inbox = wang.get(&here("/notices")).await.ok();
        assert_eq!((inbox.items.len(), inbox.n_unread), (2, 2));
        // The next step that matters goes out, alone.
        act(&organiser, id, &acknowledge()).await;
        assert_eq!((rows("resident"), rows("staff")), (1, 1));
    });
}

#[test]
fn what_may_have_been_sent_before_a_fall_is_not_sent_again() {
    on_each_engine(async |world| {
        let book = Book::new([]);
        let (_, app) = world.reaching(sms(&book));
        answered(world, &by_sms()).await;
        // The server fell after it had marked the message and before it wrote down the outcome.
        world.change("UPDATE outbox SET state = 'sending', claim = 'gone'");
        world.clock.set(start().plus_millis(10 * MINUTE_MS));
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 0));
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE state = 'unsure'"), 1);
    });
}

#[test]
fn what_was_only_claimed_before_a_fall_is_sent_by_another() {
    on_each_engine(async |world| {
        let book = Book::new([]);
        let (_, app) = world.reaching(sms(&book));
        answered(world, &by_sms()).await;
        let until = start().plus_millis(5 * MINUTE_MS).millis();
        let claimed = format!("UPDATE outbox SET state = 'claimed', due_ms = {until}");
        world.change(claimed.leak());
        assert_eq!(n_sent(&app).await, 0);
        world.clock.set(start().plus_millis(6 * MINUTE_MS));
        assert_eq!((n_sent(&app).await, book.seen().len()), (1, 1));
        assert_eq!(n_sent(&app).await, 0);
    });
}

#[test]
fn after_a_no_it_is_tried_later_and_after_a_perhaps_never_again() {
    on_each_engine(async |world| {
        let no = |why: &str| Sent::NotNow(why.to_owned());
        let perhaps = Sent::Unsure("it hung up".to_owned());
        let book = Book::new([no("busy"), no("busy"), perhaps]);
        let (_, app) = world.reaching(sms(&book));
        answered(world, &by_sms()).await;
        assert_eq!(n_sent(&app).await, 0);
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 1));
        for (minutes, n_tried) in [(4, 1), (5, 2), (20, 2), (31, 3), (600, 3)] {
            world.clock.set(start().plus_millis(minutes * MINUTE_MS));
            n_sent(&app).await;
            assert_eq!(book.seen().len(), n_tried, "after {minutes} minutes");
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE state = 'unsure'"), 1);
    });
}

#[test]
fn nobody_is_woken_and_what_was_read_meanwhile_is_not_sent() {
    on_each_engine(async |world| {
        let book = Book::new([]);
        let (_, app) = world.reaching(sms(&book));
        let night = start().plus_millis(13 * 60 * MINUTE_MS);
        world.clock.set(night);
        answered(world, &by_sms()).await;
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 0));
        let wang = world.resident("wang").await;
        let _: Inbox = wang.post(&here("/notices/read"), &ReadForm::Until { at: night }).await.ok();
        world.clock.set(start().plus_millis(24 * 60 * MINUTE_MS));
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 0));
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE state = 'needless'"), 1);
    });
}

#[test]
fn a_channel_that_was_away_for_days_sends_no_flood() {
    on_each_engine(async |world| {
        answered(world, &by_sms()).await;
        // No gateway is configured: it waits.
        assert_eq!(world.tick().await.n_sent, 0);
        let book = Book::new([]);
        let (_, app) = world.reaching(sms(&book));
        world.clock.set(start().plus_millis(4 * 24 * 60 * MINUTE_MS));
        // What has become late since is news, and waits for its own turn; the old is not.
        n_sent(&app).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE trouble = 'too old'"), 1);
        assert!(book.seen().iter().all(|(_, words)| !words.contains("有人在看了")));
    });
}

fn mail(address: SocketAddr) -> Reach {
    let from = EmailAddress::parse("office@huiyin.example").unwrap();
    Reach { mail: Some(Mail { server: format!("smtp://{address}"), from }), ..Reach::default() }
}

#[test]
fn a_mail_says_what_happened_and_not_what_was_said() {
    on_each_engine(async |world| {
        let (address, book) = mail_server([]).await;
        let (router, app) = world.reaching(mail(address));
        answered(world, &by_email()).await;
        let page = world.resident("wang").await.at(&router);
        let page: ChoicesPage = page.get(&here("/notices/choices")).await.ok();
        assert_eq!((page.offered, page.form), (vec![Route::Email], by_email()));
        assert_eq!((n_sent(&app).await, n_sent(&app).await), (1, 0));
        let mails = book.seen();
        let [mail] = &mails[..] else { panic!("{mails:?}") };
        let head = mail.split("\r\n\r\n").next().unwrap().to_ascii_lowercase();
        for part in ["to: wang@example.cn", "office@huiyin.example", "message-id: <", "date: "] {
            assert!(head.contains(part), "{part} in {head}");
        }
        assert!(!mail.contains("路灯"), "{mail}");
    });
}

#[test]
fn a_mail_server_that_says_later_is_asked_later_and_one_that_says_never_is_not() {
    on_each_engine(async |world| {
        let (address, book) = mail_server(["451 later", "250 taken", "550 never"]).await;
        let (_, app) = world.reaching(mail(address));
        answered(world, &by_email()).await;
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 1));
        world.clock.set(start().plus_millis(6 * MINUTE_MS));
        assert_eq!((n_sent(&app).await, book.seen().len()), (1, 2));
        // The same message is called the same, so that the other side may know it again.
        let ids: Vec<_> = book
            .seen()
            .iter()
            .map(|mail| mail.lines().find(|it| it.starts_with("Message-ID")).unwrap().to_owned())
            .collect();
        assert_eq!(ids[0], ids[1]);
        act(&world.organiser().await, huiyin_domain::ids::SubmissionId(1), &no()).await;
        for minutes in [7, 60, 600] {
            world.clock.set(start().plus_millis(minutes * MINUTE_MS));
            assert_eq!((n_sent(&app).await, book.seen().len()), (0, 3));
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE state = 'failed'"), 1);
    });
}

#[test]
fn a_mail_server_that_is_away_loses_nothing() {
    on_each_engine(async |world| {
        let nobody: SocketAddr = "127.0.0.1:1".parse().unwrap();
        let (_, app) = world.reaching(mail(nobody));
        answered(world, &by_email()).await;
        assert_eq!(n_sent(&app).await, 0);
        let (address, book) = mail_server([]).await;
        let (_, app) = world.reaching(mail(address));
        world.clock.set(start().plus_millis(6 * MINUTE_MS));
        assert_eq!((n_sent(&app).await, book.seen().len()), (1, 1));
    });
}

#[test]
fn choices_that_cannot_be_taken_say_what_is_wrong() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let form = ChoicesForm {
            email: "wang".to_owned(),
            phone: "138".to_owned(),
            sms: true,
            ..ChoicesForm::default()
        };
        let faults = wang.post(&here("/notices/choices"), &form).await.faults();
        assert!(matches!(&faults[..], [
            (email, FieldFault::Email(_)),
            (phone, FieldFault::Phone(_))
        ] if email == "email" && phone == "phone"));
    });
}

/// A browser with its keys; the private one is used up by what it opens.
struct Browser {
    private: agreement::EphemeralPrivateKey,
    point: Vec<u8>,
    secret: [u8; 16],
}

impl Browser {
    fn new() -> Self {
        let random = SystemRandom::new();
        let private =
            agreement::EphemeralPrivateKey::generate(&agreement::ECDH_P256, &random).unwrap();
        let point = private.compute_public_key().unwrap().as_ref().to_vec();
        Self { private, point, secret: [9; 16] }
    }

    fn subscription(&self, address: SocketAddr) -> PushSubscription {
        let keys = PushKeys {
            p256dh: URL_SAFE_NO_PAD.encode(&self.point),
            auth: URL_SAFE_NO_PAD.encode(self.secret),
        };
        PushSubscription { endpoint: format!("http://{address}/push/1"), keys }
    }

    /// What a browser does with a message (RFC 8291 and RFC 8188, from the reader's side).
    fn open(self, body: &[u8]) -> serde_json::Value {
        let (salt, rest) = body.split_at(16);
        let (theirs, sealed) = rest[5..].split_at(65);
        assert_eq!((&rest[..4], rest[4]), (&4_096_u32.to_be_bytes()[..], 65));
        let mac = |key: &[u8], parts: &[&[u8]]| {
            let key = hmac::Key::new(hmac::HMAC_SHA256, key);
            hmac::sign(&key, &parts.concat()).as_ref().to_vec()
        };
        let peer = agreement::UnparsedPublicKey::new(&agreement::ECDH_P256, theirs);
        let shared = |secret: &[u8]| secret.to_vec();
        let shared = agreement::agree_ephemeral(self.private, &peer, shared).unwrap();
        let prk = mac(&self.secret, &[&shared]);
        let ikm = mac(&prk, &[b"WebPush: info\0", &self.point, theirs, &[1]]);
        let prk = mac(salt, &[&ikm]);
        let key = mac(&prk, &[b"Content-Encoding: aes128gcm\0", &[1]]);
        let nonce = mac(&prk, &[b"Content-Encoding: nonce\0", &[1]]);
        let key = aead::UnboundKey::new(&aead::AES_128_GCM, &key[..16]).unwrap();
        let nonce = aead::Nonce::try_assume_unique_for_key(&nonce[..12]).unwrap();
        let mut sealed = sealed.to_vec();
        let key = aead::LessSafeKey::new(key);
        let words = key.open_in_place(nonce, aead::Aad::empty(), &mut sealed).unwrap();
        let (end, words) = words.split_last().unwrap();
        assert_eq!(*end, 2);
        serde_json::from_slice(words).unwrap()
    }
}

fn pushing(address: SocketAddr) -> Reach {
    Reach {
        push: Some("mailto:office@huiyin.example".parse().unwrap()),
        doors: Doors::PublicAnd(address),
        ..Reach::default()
    }
}

fn header<'a>(pushed: &'a Pushed, name: &str) -> &'a str {
    let line = pushed.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
    line.unwrap_or_else(|| panic!("no {name} in {}", pushed.head))
}

#[test]
fn a_browser_reads_its_notice_and_nobody_else_does() {
    on_each_engine(async |world| {
        let (address, book) = push_service([]).await;
        let (router, app) = world.reaching(pushing(address));
        let wang = world.resident("wang").await.at(&router);
        let key: PushKey = wang.get(&here("/notices/push-key")).await.ok();
        assert_eq!(URL_SAFE_NO_PAD.decode(&key.key).unwrap().len(), 65);
        let browser = Browser::new();
        let path = here("/notices/push-subscriptions");
        let page: ChoicesPage = wang.post(&path, &browser.subscription(address)).await.ok();
        assert!(page.form.push);
        let id = say(&wang, "路灯坏了").await;
        act(&world.organiser().await, id, &acknowledge()).await;
        assert_eq!((n_sent(&app).await, n_sent(&app).await), (1, 0));
        let seen = book.seen();
        let [pushed] = &seen[..] else { panic!("{seen:?}") };
        assert!(pushed.head.starts_with("post /push/1 http/1.1"), "{}", pushed.head);
        assert_eq!(header(pushed, "content-encoding"), "aes128gcm");
        assert!(header(pushed, "authorization").starts_with("vapid t="));
        assert!(header(pushed, "ttl").parse::<u32>().is_ok());
        let words = browser.open(&pushed.body);
        assert_eq!(words["path"], "/feedback/1");
        assert_eq!(words["body"], "您提的第1号有人在看了");
        // Another server of the same deployment signs with the same key.
        let (second, _) = world.reaching(pushing(address));
        let again: PushKey = wang.at(&second).get(&here("/notices/push-key")).await.ok();
        assert_eq!(again, key);
    });
}

#[test]
fn a_browser_that_is_gone_is_forgotten() {
    on_each_engine(async |world| {
        let (address, book) = push_service([410]).await;
        let (router, app) = world.reaching(pushing(address));
        let wang = world.resident("wang").await.at(&router);
        let path = here("/notices/push-subscriptions");
        let _: ChoicesPage = wang.post(&path, &Browser::new().subscription(address)).await.ok();
        let id = say(&wang, "路灯坏了").await;
        act(&world.organiser().await, id, &acknowledge()).await;
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 1));
        assert_eq!(world.number("SELECT COUNT(*) FROM push_subscriptions"), 0);
    });
}

#[test]
fn a_browser_goes_with_the_device_that_is_signed_out() {
    on_each_engine(async |world| {
        let (address, book) = push_service([]).await;
        let (router, app) = world.reaching(pushing(address));
        let wang = world.resident("wang").await.at(&router);
        let path = here("/notices/push-subscriptions");
        let _: ChoicesPage = wang.post(&path, &Browser::new().subscription(address)).await.ok();
        let id = say(&wang, "路灯坏了").await;
        let devices = wang.get(&here("/sessions")).await.json();
        let this = devices["items"][0]["id"].as_u64().expect("a number");
        let out = wang.delete(&here(&format!("/sessions/{this}"))).await;
        assert!(out.status.is_success(), "{}", out.text());
        assert_eq!(world.number("SELECT COUNT(*) FROM push_subscriptions"), 0);
        act(&world.organiser().await, id, &acknowledge()).await;
        assert_eq!((n_sent(&app).await, book.seen().len()), (0, 0));
    });
}

#[test]
fn a_browser_cannot_send_the_server_into_the_house() {
    on_each_engine(async |world| {
        let (address, _) = push_service([]).await;
        let (router, _) = world.reaching(pushing(address));
        let wang = world.resident("wang").await.at(&router);
        let path = here("/notices/push-subscriptions");
        for endpoint in
            ["https://127.0.0.1/x", "http://push.example.com/x", "https://db.internal/x"]
        {
            let inside = Browser::new().subscription(address);
            let inside = PushSubscription { endpoint: endpoint.to_owned(), ..inside };
            assert_eq!(wang.post(&path, &inside).await.status, 400, "{endpoint}");
        }
        let good = Browser::new().subscription(address);
        let no_keys = PushKeys { p256dh: String::new(), auth: String::new() };
        let bad = PushSubscription { keys: no_keys, ..good.clone() };
        assert_eq!(wang.post(&path, &bad).await.status, 400);
        assert_eq!(world.guest().at(&router).post(&path, &good).await.status, 401);
        // Where notices of browsers are off there is no key and nothing to subscribe to.
        let off = world.resident("li").await;
        assert_eq!(off.get(&here("/notices/push-key")).await.status, 404);
        assert_eq!(off.post(&path, &good).await.status, 404);
    });
}
