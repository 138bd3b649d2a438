//! Three witnesses for the demo, in the same process. Real ones are run by others: that is the whole point of them.

use crate::config::{Config, LogConfig, WitnessConfig, make_key, secret};
use crate::witness;
use doorstep_tlog::Signer;
use std::path::Path;
use tokio::net::TcpListener;

/// Makes the keys of the log and of three witnesses, starts the witnesses, and says so in the settings.
pub async fn start(config: &mut Config, dir: &Path) -> anyhow::Result<()> {
    let key = |name: &str| -> anyhow::Result<_> {
        let file = dir.join(format!("{name}.key"));
        if !file.exists() {
            make_key(&file)?;
        }
        Ok(file)
    };
    let mut log = LogConfig { key_file: key("log")?, origin: "demo.example/log".into(), floor: 4, quorum: 2, witness: Vec::new() };
    for n in 1..=3 {
        let name = format!("witness{n}");
        let signer = Signer::witness(&format!("demo.example/{name}"), &secret(&key(&name)?)?)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        log.witness.push(WitnessConfig { key: signer.verifier().to_string(), url: format!("http://{}", listener.local_addr()?) });
        let (known, memory) = (log.signer()?.verifier().clone(), dir.join(&name));
        tokio::spawn(async move {
            if let Err(error) = witness::serve(listener, signer, vec![known], &memory).await {
                tracing::error!(%error, "a witness of the demo has stopped");
            }
        });
    }
    config.log = Some(log);
    Ok(())
}
