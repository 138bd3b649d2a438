//! A witness over its router: what it signs stands on the disk, and it does not go back, not even after it was started anew.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use doorstep_register::world::Clock;
use doorstep_tlog::*;
use doorstep_witness::{Memory, Witness, router};
use jiff::Timestamp;
use std::path::Path;
use std::sync::Arc;
use tower::ServiceExt;

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        Timestamp::new(1_790_000_000, 0).unwrap()
    }
}

fn log() -> Signer {
    Signer::log("log.example", &[1; 32]).unwrap()
}

fn start(folder: &Path) -> axum::Router {
    let key = Signer::witness("witness.example", &[2; 32]).unwrap();
    let witness = Witness::new(key, vec![log().verifier().clone()], Memory::open(folder).unwrap(), Arc::new(Noon)).unwrap();
    router(Arc::new(witness))
}

async fn ask(app: &axum::Router, request: Request<Body>) -> (StatusCode, String) {
    let answer = app.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

async fn add(app: &axum::Router, old: u64, size: u64, leaf: u8) -> (StatusCode, String) {
    // Leaves that are all the same: every tree of them is the beginning of the next.
    let tree = |size| {
        let mut frontier = Frontier::load(0, |_| None).unwrap();
        let mut tiles = Tiles::new(size);
        (0..size).for_each(|_| frontier.append(&Leaf([leaf; 33])));
        frontier.changed().into_iter().for_each(|(id, bytes)| tiles.add(id, bytes));
        (frontier.root(), tiles)
    };
    let (root, mut tiles) = tree(size);
    let proof = if old > 0 && old <= size { consistency(&mut tiles, old, size).unwrap() } else { vec![] };
    let checkpoint = Checkpoint::new("log.example", size, root).sign(&log());
    let body = AddCheckpoint { old, proof, checkpoint }.to_string();
    ask(app, Request::post("/add-checkpoint").body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn it_signs_what_follows_and_remembers_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = start(folder.path());
    let (status, line) = add(&app, 0, 5, 1).await;
    assert_eq!(status, 200, "{line}");
    let signature = Signature::parse(line.strip_suffix('\n').unwrap()).unwrap();
    assert_eq!(signature.name, "witness.example");
    assert_eq!(add(&app, 5, 9, 1).await.0, 200);

    let app = start(folder.path());
    assert_eq!(add(&app, 0, 7, 1).await, (StatusCode::CONFLICT, "9\n".to_owned()), "rolled back");
    assert_eq!(add(&app, 9, 9, 3).await.0, 409, "another tree of the same size");
    assert_eq!(add(&app, 9, 12, 3).await.0, 422, "another tree that goes on");
    assert_eq!(add(&app, 13, 12, 1).await.0, 400);
    assert_eq!(add(&app, 9, 12, 1).await.0, 200);

    let name: String = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    let (status, note) = ask(&app, Request::get(format!("/{name}/checkpoint")).body(Body::empty()).unwrap()).await;
    assert_eq!(status, 200);
    let witness = Signer::witness("witness.example", &[2; 32]).unwrap();
    let policy = Policy::new(log().verifier().clone(), vec![witness.verifier().clone()], 1).unwrap();
    let cosigned = policy.check(&Note::parse(&note).unwrap()).unwrap();
    assert_eq!((cosigned.checkpoint.size, cosigned.times), (12, Some((1_790_000_000, 1_790_000_000))));
    assert_eq!(ask(&app, Request::get("/00/checkpoint").body(Body::empty()).unwrap()).await.0, 404);
    assert_eq!(ask(&app, Request::post("/add-checkpoint").body(Body::from("old 0\n")).unwrap()).await.0, 400);
}

#[tokio::test]
async fn a_damaged_memory_is_not_overlooked() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(add(&start(folder.path()), 0, 5, 1).await.0, 200);
    let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let app = start(folder.path());
    std::fs::write(&file, "nothing").unwrap();
    assert_eq!(add(&app, 0, 5, 1).await.0, 500);
    let key = Signer::witness("witness.example", &[2; 32]).unwrap();
    assert!(Witness::new(key, vec![log().verifier().clone()], Memory::open(folder.path()).unwrap(), Arc::new(Noon)).is_err());
}
