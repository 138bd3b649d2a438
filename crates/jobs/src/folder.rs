//! Mail and SMS into a folder, one file each: for the demo, and for a town that sends them by other means.

use doorstep_service::{Mail, Post, PostError, Report, Text, Texts};
use futures::future::BoxFuture;
use std::path::{Path, PathBuf};

/// Writes `<id>.txt` for a mail and `<id>.sms` for an SMS into a folder. A repeated delivery writes the same file.
pub struct Folder(pub PathBuf);

async fn write(folder: &Path, id: &str, ending: &str, text: String) -> Result<(), PostError> {
    let name: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let partial = folder.join(format!("{name}.{ending}.part"));
    let done = async {
        tokio::fs::create_dir_all(folder).await?;
        tokio::fs::write(&partial, text).await?;
        tokio::fs::rename(&partial, folder.join(format!("{name}.{ending}"))).await
    };
    done.await.map_err(|_: std::io::Error| PostError::Later("the folder cannot be written"))
}

impl Post for Folder {
    fn send(&self, mail: Mail) -> BoxFuture<'_, Result<(), PostError>> {
        Box::pin(async move {
            let text = format!("To: {}\nSubject: {}\nContent-Language: {}\n\n{}\n", mail.to, mail.subject, mail.language, mail.body);
            write(&self.0, &mail.id, "txt", text).await
        })
    }
}

impl Texts for Folder {
    fn send(&self, text: Text) -> BoxFuture<'_, Result<Option<String>, PostError>> {
        Box::pin(async move {
            write(&self.0, &text.id, "sms", format!("To: {}\n\n{}\n", text.to, text.text)).await?;
            Ok(None)
        })
    }

    /// A folder tells nobody whether anything arrived.
    fn report<'a>(&'a self, _ticket: &'a str) -> BoxFuture<'a, Result<Option<Report>, PostError>> {
        Box::pin(async { Ok(None) })
    }
}
