//! The suite `charter`: an executable proof of each promise of the charter, on the whole product.
//!
//! Real pages, real engines, real paper; clock, chance and post are the tests' own. `DOORSTEP_TEST_PG` is the URL of a PostgreSQL server
//! on which databases may be made, such as `postgres://postgres@127.0.0.1:5432/postgres`; in CI it has to be set.

mod app;
mod bad_input;
mod cases;
mod cases_pages;
mod deadlines;
mod deadlines_pages;
mod desk;
mod family;
mod hosts;
mod layers;
mod letters;
mod looks;
mod notices;
mod office;
mod p01;
mod p02;
mod p03;
mod p04;
mod p05;
mod p06;
mod p07;
mod p08;
mod p09;
mod p10;
mod p11;
mod p12;
mod protection;
mod replay;
mod source;
mod staff;
mod step_up;
mod told;
mod trouble;
mod two_devices;
mod ways;
mod words;
