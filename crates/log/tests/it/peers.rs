//! Other people's programs: Go's x/mod/sumdb and PyPI's `aics-tlog` read a log of 70,000 leaves that is served on loopback, and three
//! instances of PyPI's `aics-witness` cosign it and refuse what no witness may sign. `tests/peers/install` gets them; without them this is
//! skipped, loudly, and never where `DOORSTEP_REQUIRE_PEERS` is set.

use crate::world::{Engine, Town, leaf, log_key, sequencer};
use doorstep_log::*;
use doorstep_tlog::*;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

const SIZE: u64 = 70_000;

fn peers() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the one place that knows where the peers are")]
    let (folder, required) = (std::env::var("DOORSTEP_PEERS"), std::env::var("DOORSTEP_REQUIRE_PEERS"));
    match folder {
        Ok(folder) => Some(PathBuf::from(folder)),
        Err(_) if required.is_ok() => panic!("DOORSTEP_PEERS is not set"),
        Err(_) => {
            eprintln!("SKIPPED: no DOORSTEP_PEERS; crates/log/tests/peers/install FOLDER gets the peers");
            None
        }
    }
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn start(command: &mut Command, port: u16) -> Running {
    let running = Running(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
    for _ in 0..600 {
        if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return running;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nobody listens on {port}");
}

fn said(command: &mut Command) -> Result<String, String> {
    let output = command.output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() { Ok(text) } else { Err(text) }
}

/// An instance of `aics-witness` that knows the log.
fn witness(peers: &Path, folder: &Path, n: usize) -> (Running, Verifier, String) {
    let port = free_port();
    let config = folder.join(format!("w{n}.json"));
    let program = || {
        let mut command = Command::new(peers.join("venv/bin/aics-witness"));
        command.current_dir(folder);
        command
    };
    let named = |rest: &[&str]| {
        let mut command = program();
        command.arg(rest[0]).arg("--config").arg(&config).args(&rest[1..]);
        command
    };
    let (name, listen, db, key) = (format!("witness.example/w{n}"), format!("127.0.0.1:{port}"), format!("w{n}.db"), format!("w{n}.key"));
    let init = said(&mut named(&["init", "--name", &name, "--listen", &listen, "--db", &db, "--key-file", &key])).unwrap();
    let vkey =
        init.split_whitespace().find(|word| word.starts_with(&name) && word.matches('+').count() >= 2).expect("a key in what it says");
    let verifier = Verifier::parse(vkey).unwrap();
    let log = log_key().verifier().clone();
    said(&mut named(&["add-log", "--origin", log.name(), "--vkey", &log.to_string()])).unwrap();
    (start(&mut named(&["serve", "--log-level", "ERROR"]), port), verifier, format!("http://{listen}"))
}

async fn grown(town: &Town, to: u64) {
    let from = town.sequencer.head().await.unwrap().size;
    for begin in (from..to).step_by(1000) {
        town.leaves(begin..(begin + 1000).min(to)).await;
    }
    while town.sequencer.head().await.unwrap().size < to {
        town.sequencer.round().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn seventy_thousand_leaves_before_other_peoples_programs() {
    let Some(peers) = peers() else { return };
    let mut town = Town::on(Engine::Sqlite, "").await.unwrap();
    town.sequencer = sequencer(&town.store, &town.clock, Arc::new(NoAnchor));
    let folder = tempfile::tempdir().unwrap();
    let wire = Arc::new(Http::new(""));
    let running: Vec<_> = (1..=3).map(|n| witness(&peers, folder.path(), n)).collect();
    let known: Vec<Witness> = running.iter().map(|(_, key, url)| Witness::new(key.clone(), url)).collect();
    let consult = Consult::new(town.sequencer.clone(), wire.clone());

    // Three witnesses cosign as it grows.
    for size in [7_000, SIZE] {
        grown(&town, size).await;
        for witness in &known {
            assert_eq!(consult.ask(witness).await.unwrap(), Consulted::Cosigned(size), "{}", witness.url);
        }
    }
    let mirror = tempfile::tempdir().unwrap();
    assert_eq!(town.mirror(mirror.path()).await, SIZE);
    let port = free_port();
    let python = peers.join("venv/bin/python");
    let _served = start(
        Command::new(python).args(["-m", "http.server", "--bind", "127.0.0.1", &port.to_string(), "--directory"]).arg(mirror.path()),
        port,
    );
    let url = format!("http://127.0.0.1:{port}");
    let log = log_key().verifier().to_string();

    // Our own check, with all three.
    let keys = running.iter().map(|(_, key, _)| key.clone()).collect();
    let policy = Policy::new(log_key().verifier().clone(), keys, 3).unwrap();
    let ours = tokio::task::spawn_blocking({
        let url = url.clone();
        move || audit(&Http::new(&url), &policy, None)
    });
    assert_eq!(ours.await.unwrap().unwrap().head.checkpoint.size, SIZE);

    // Go.
    let go = said(Command::new(peers.join("verify")).args([&url, &log])).unwrap();
    assert_eq!(go.trim(), "log.example/doorstep 70000 leaves, signed by log.example/doorstep");

    // aics-tlog.
    let aics = |what: &str| {
        let mut command = Command::new(peers.join("venv/bin/aics-tlog"));
        command.args([what, "--tiles", &url, "--log-key", &log, "--quorum", "3", "--max-age", "600"]);
        for (_, key, _) in &running {
            command.args(["--witness-key", &key.to_string()]);
        }
        command
    };
    said(&mut aics("verify-checkpoint")).unwrap();
    for n in [0, 6_999, 65_535, 65_536, SIZE - 1] {
        let index = town.numbered(n).await.unwrap();
        let file = folder.path().join("leaf");
        std::fs::write(&file, leaf(n).0).unwrap();
        said(aics("verify-inclusion").args(["--index", &index.to_string(), "--leaf"]).arg(&file)).unwrap();
        std::fs::write(&file, leaf(n + 1).0).unwrap();
        said(aics("verify-inclusion").args(["--index", &index.to_string(), "--leaf"]).arg(&file)).expect_err("another leaf");
    }

    refusals(&town, &known, &wire).await;
}

/// What no witness may sign, put before each of them.
async fn refusals(town: &Town, known: &[Witness], wire: &Http) {
    let held = |size| {
        let tiles: Vec<_> = TileId::grown(0, SIZE).filter(|id| id.level != Level::Entries).collect();
        town.write(move |tx| {
            let tiles = tiles.clone();
            Box::pin(async move {
                let mut held = Tiles::new(size);
                load(tx, &mut held, tiles).await?;
                Ok(held)
            })
        })
    };
    let (mut small, mut large) = (held(7_000).await, held(SIZE).await);
    let head = |size, root| Checkpoint::new("log.example/doorstep", size, root).sign(&log_key());
    let back = root(&mut small, 7_000).unwrap();
    let mut fork = Frontier::load(0, |_| None).unwrap();
    (0..SIZE + 5).for_each(|n| fork.append(&leaf(n + 1)));
    let mut forked = Tiles::new(SIZE + 5);
    fork.changed().into_iter().for_each(|(id, bytes)| forked.add(id, bytes));
    let mut proof = consistency(&mut large, 7_000, SIZE).unwrap();
    proof[0].0[0] ^= 1;
    let other = Signer::log("log.example/doorstep", &[9; 32]).unwrap();
    for (what, ask, expected) in [
        ("rolled back", AddCheckpoint { old: 7_000, proof: vec![], checkpoint: head(7_000, back) }, vec![409]),
        ("an old size above the new", AddCheckpoint { old: SIZE, proof: vec![], checkpoint: head(7_000, back) }, vec![400]),
        ("another tree of the same size", AddCheckpoint { old: SIZE, proof: vec![], checkpoint: head(SIZE, back) }, vec![409, 422]),
        (
            "another tree that goes on",
            AddCheckpoint { old: SIZE, proof: consistency(&mut forked, SIZE, SIZE + 5).unwrap(), checkpoint: head(SIZE + 5, fork.root()) },
            vec![422],
        ),
        ("a forged proof", AddCheckpoint { old: SIZE, proof, checkpoint: head(SIZE + 5, fork.root()) }, vec![422]),
        (
            "another key",
            AddCheckpoint {
                old: SIZE,
                proof: vec![],
                checkpoint: Checkpoint::new("log.example/doorstep", SIZE + 5, fork.root()).sign(&other),
            },
            vec![403],
        ),
    ] {
        for witness in known {
            let (status, answer) = wire.post(&format!("{}/add-checkpoint", witness.url), ask.to_string()).await.unwrap();
            assert!(expected.contains(&status), "{what}: {} answered {status} {answer}", witness.url);
        }
    }
}
