//! The gateway against a server that speaks HTTP on this machine.

use doorstep_jobs::Gateway;
use doorstep_service::{PostError, Report, Text, Texts};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const NUMBER: &str = "+998 90 555-01-02";

/// What the server got, and what it answers to each request: a status and a body, or nothing at all.
#[derive(Clone, Default)]
struct Server(Arc<Mutex<Vec<String>>>);

impl Server {
    /// Starts it with an answer for each request; its address.
    fn start(answers: Vec<Option<(u16, String)>>) -> (Server, String) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let server = Server::default();
        let got = server.clone();
        std::thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().expect("a connection");
                stream.set_read_timeout(Some(Duration::from_secs(5))).expect("a time-out");
                let request = read(&mut stream);
                got.0.lock().expect("no panic in here").push(request);
                if let Some((status, body)) = answer {
                    let head = format!(
                        "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                        body.len()
                    );
                    stream.write_all(head.as_bytes()).expect("it is written");
                    // Whoever has read enough hangs up.
                    drop(stream.write_all(body.as_bytes()));
                }
            }
        });
        (server, address)
    }

    fn got(&self) -> Vec<String> {
        self.0.lock().expect("no panic in here").clone()
    }
}

/// One request with its body.
fn read(stream: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 1024];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:").map(|n| n.trim().to_owned()));
            if body.len() >= length.and_then(|n| n.parse().ok()).unwrap_or(0) {
                return text;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return text,
            Ok(n) => bytes.extend_from_slice(&buffer[..n]),
        }
    }
}

fn ok(body: &str) -> Option<(u16, String)> {
    Some((200, body.to_owned()))
}

fn text() -> Text {
    Text { to: NUMBER.into(), text: "Doorstep: вас ждёт сообщение".into(), id: "0192abc".into() }
}

/// A gateway at an address, which reports at the same one.
fn gateway(address: &str) -> Gateway {
    Gateway::new(&format!("{address}/send"), Some(&format!("{address}/report/")), " secret-token\n").expect("a gateway")
}

#[tokio::test]
async fn a_text_goes_out_once_with_its_token_and_is_asked_after() {
    let (server, address) = Server::start(vec![
        ok(r#"{"id": "SM-77", "price": 1}"#),
        ok(r#"{"status": "queued"}"#),
        ok(r#"{"status": "delivered"}"#),
        ok(r#"{"status": "failed"}"#),
    ]);
    let gateway = gateway(&address);
    assert_eq!(gateway.send(text()).await, Ok(Some("SM-77".into())));
    assert_eq!(gateway.report("SM-77").await, Ok(Some(Report::Waiting)));
    assert_eq!(gateway.report("SM-77").await, Ok(Some(Report::Arrived)));
    assert_eq!(gateway.report("SM-77").await, Ok(Some(Report::Failed)));
    let got = server.got();
    assert!(got[0].starts_with("POST /send HTTP/1.1\r\n"), "{}", got[0]);
    assert!(got[0].to_lowercase().contains("authorization: bearer secret-token\r\n"), "{}", got[0]);
    assert!(got[0].ends_with(r#"{"id":"0192abc","to":"+998905550102","text":"Doorstep: вас ждёт сообщение"}"#), "{}", got[0]);
    assert!(got[1].starts_with("GET /report/SM-77 HTTP/1.1\r\n") && got[1].to_lowercase().contains("bearer secret-token"), "{}", got[1]);
}

#[tokio::test]
async fn what_goes_wrong_is_told_apart_and_names_nobody() {
    let later = [(500, "{}"), (503, ""), (429, ""), (401, ""), (403, ""), (302, ""), (200, "not json"), (200, r#"{"message": 1}"#)];
    let never = [(400, "{}"), (404, ""), (422, "")];
    let answers = later.iter().chain(&never).map(|(status, body)| Some((*status, (*body).to_owned()))).collect();
    let (server, address) = Server::start(answers);
    let gateway = gateway(&address);
    let mut said = String::new();
    for _ in later {
        let error = gateway.send(text()).await.unwrap_err();
        assert!(matches!(error, PostError::Later(_)), "{error}");
        said += &error.to_string();
    }
    for _ in never {
        let error = gateway.send(text()).await.unwrap_err();
        assert!(matches!(error, PostError::Never(_)), "{error}");
        said += &error.to_string();
    }
    assert!(!said.contains("998") && !said.contains("secret"), "{said}");
    assert_eq!(server.got().len(), later.len() + never.len(), "a redirection is not followed");
}

#[tokio::test]
async fn a_gateway_that_is_away_hangs_up_or_never_ends_holds_nobody_up() {
    let (_, address) = Server::start(vec![None, Some((200, format!(r#"{{"id": "{}"}}"#, "9".repeat(1 << 20))))]);
    let gateway = gateway(&address);
    assert_eq!(gateway.send(text()).await, Err(PostError::Later("the SMS gateway cannot be reached")), "it hung up");
    assert!(matches!(gateway.send(text()).await, Err(PostError::Later(_))), "a megabyte is not read");
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let away = Gateway::new(&format!("http://{nobody}/"), None, "t").expect("a gateway");
    assert!(matches!(away.send(text()).await, Err(PostError::Later(_))));
    assert_eq!(away.report("1").await, Ok(None), "without a place to ask at, nothing is known");
}

#[tokio::test]
async fn a_number_of_the_gateway_that_leads_elsewhere_is_not_kept() {
    let (server, address) = Server::start(vec![ok(r#"{"id": "../admin?x="}"#)]);
    let gateway = gateway(&address);
    assert_eq!(gateway.send(text()).await, Ok(None), "it was taken, and nothing will be known of it");
    assert_eq!(gateway.report("../admin?x=").await, Ok(None));
    assert_eq!(gateway.report("").await, Ok(None));
    assert_eq!(server.got().len(), 1);
}
