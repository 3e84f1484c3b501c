//! Carriers for stories: a text message gateway, a mail server and a push service that write down
//! what they were given, and say no when they are told to.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use huiyin_backend::notices::channels::{Sending, Sent, SmsGateway};
use huiyin_domain::callbacks::phone::PhoneNumber;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What a carrier took, and what it answers next; `None` where it takes things.
#[derive(Clone, Debug)]
pub(crate) struct Book<A, T> {
    answers: Arc<Mutex<VecDeque<A>>>,
    taken: Arc<Mutex<Vec<T>>>,
}

impl<A, T: Clone> Book<A, T> {
    pub(crate) fn new(answers: impl IntoIterator<Item = A>) -> Self {
        let answers = Arc::new(Mutex::new(answers.into_iter().collect()));
        Self { answers, taken: Arc::default() }
    }

    /// What was taken or refused, the oldest first.
    pub(crate) fn seen(&self) -> Vec<T> {
        lock(&self.taken).clone()
    }

    fn answer(&self, given: T) -> Option<A> {
        lock(&self.taken).push(given);
        lock(&self.answers).pop_front()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A text message gateway: number and words.
#[derive(Clone, Debug)]
pub(crate) struct Gateway(pub(crate) Book<Sent, (String, String)>);

impl SmsGateway for Gateway {
    fn send<'a>(&'a self, to: &'a PhoneNumber, words: &'a str) -> Sending<'a> {
        let answer = self.0.answer((to.digits().to_owned(), words.to_owned()));
        Box::pin(async move { answer.unwrap_or(Sent::Taken) })
    }
}

/// A mail server that answers `DATA` with these lines, and then takes everything; what it saw
/// are whole mails.
pub(crate) async fn mail_server(
    answers: impl IntoIterator<Item = &'static str>,
) -> (SocketAddr, Book<&'static str, String>) {
    let book = Book::new(answers);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let kept = book.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let book = kept.clone();
            tokio::spawn(async move { speak_smtp(stream, &book).await.ok() });
        }
    });
    (address, book)
}

async fn speak_smtp(stream: TcpStream, book: &Book<&'static str, String>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 mail.example\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? != 0 {
        let answer = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => "250 mail.example",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                while !mail.ends_with("\r\n.\r\n") && stream.read_line(&mut mail).await? != 0 {}
                book.answer(mail).unwrap_or("250 taken")
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// A request to a push service.
#[derive(Clone, Debug)]
pub(crate) struct Pushed {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// A push service that answers with these statuses, and then with 201.
pub(crate) async fn push_service(
    answers: impl IntoIterator<Item = u16>,
) -> (SocketAddr, Book<u16, Pushed>) {
    let book = Book::new(answers);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let kept = book.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let book = kept.clone();
            tokio::spawn(async move { take_push(stream, &book).await.ok() });
        }
    });
    (address, book)
}

async fn take_push(stream: TcpStream, book: &Book<u16, Pushed>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") && stream.read_line(&mut head).await? != 0 {}
    let head = head.to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.and_then(|length| length.parse().ok()).unwrap_or(0)];
    stream.read_exact(&mut body).await?;
    let status = book.answer(Pushed { head, body }).unwrap_or(201);
    let answer = format!("HTTP/1.1 {status} said\r\ncontent-length: 0\r\n\r\n");
    stream.write_all(answer.as_bytes()).await
}
