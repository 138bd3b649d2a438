//! The contract of `doorstep-storage`, run on SQLite with the keys in a token.

use crate::database::File;
use crate::token;
use async_trait::async_trait;
use doorstep_hsm::Pkcs11Keys;
use doorstep_register::PersonId;
use doorstep_storage::contract::Database;
use doorstep_storage::{MasterKeys, Store};
use std::sync::Arc;

struct WithToken {
    file: File,
    keys: Arc<Pkcs11Keys>,
}

async fn fresh(case: &'static str) -> Option<WithToken> {
    let keys = Arc::new(Pkcs11Keys::init(token::fresh(case)?).expect("keys in a fresh token"));
    Some(WithToken { file: File::fresh().await, keys })
}

#[async_trait]
impl Database for WithToken {
    fn store(&self) -> Arc<dyn Store> {
        self.file.store()
    }

    fn keys(&self) -> Arc<dyn MasterKeys> {
        Arc::clone(&self.keys) as _
    }

    async fn columns_with_a_person(&self) -> Vec<(String, String)> {
        self.file.columns_with_a_person().await
    }

    async fn rows_with(&self, table: &str, column: &str, person: PersonId) -> u64 {
        self.file.rows_with(table, column, person).await
    }

    async fn close(self) {
        self.file.close().await;
    }
}

doorstep_storage::suite!(fresh);
