//! Mail into a folder, one file each: for the demo, and for a town that sends its mail by other means.

use doorstep_service::{Mail, Post, PostError};
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

/// Writes `<id>.txt` into a folder. A repeated delivery writes the same file.
pub struct Folder(pub PathBuf);

impl Post for Folder {
    fn send(&self, mail: Mail) -> Pin<Box<dyn Future<Output = Result<(), PostError>> + Send + '_>> {
        Box::pin(async move {
            let name: String = mail.id.chars().filter(char::is_ascii_alphanumeric).collect();
            let text = format!("To: {}\nSubject: {}\nContent-Language: {}\n\n{}\n", mail.to, mail.subject, mail.language, mail.body);
            let partial = self.0.join(format!("{name}.part"));
            let done = async {
                tokio::fs::create_dir_all(&self.0).await?;
                tokio::fs::write(&partial, text).await?;
                tokio::fs::rename(&partial, self.0.join(format!("{name}.txt"))).await
            };
            done.await.map_err(|_| PostError::Later("the folder cannot be written"))
        })
    }
}
