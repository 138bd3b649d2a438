//! The frame around each page: header, languages, menu, foot.

use crate::assets;
use crate::ctx::Ctx;
use doorstep_locales::{Arg, Locale};
use doorstep_service::{Session, StaffRole, Who};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// What the menu holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Menu {
    /// Nobody is signed in.
    None,
    /// A person.
    Resident,
    /// A clerk, with or without a person at the desk.
    Clerk(bool),
    /// Anybody else who works for an office.
    Staff(StaffRole),
}

/// The frame.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) l: Locale,
    /// The path after the language.
    pub(crate) path: String,
    pub(crate) title: String,
    pub(crate) error: bool,
    pub(crate) back: Option<String>,
    pub(crate) menu: Menu,
    pub(crate) csrf: String,
    pub(crate) demo: bool,
    pub(crate) exit_to: String,
    pub(crate) contact: String,
    pub(crate) issuer: String,
    /// `?for=n` where the pages are of a member of the household.
    pub(crate) acting: String,
    /// The day of the postmark, while a clerk types a paper form.
    pub(crate) posted: Option<Date>,
    zone: TimeZone,
}

impl Frame {
    pub(crate) fn new(ctx: &Ctx, title: String) -> Self {
        let menu = match ctx.session.as_ref().map(|s| &s.who) {
            None => Menu::None,
            Some(Who::Resident(_)) => Menu::Resident,
            Some(Who::Clerk { present, .. }) => Menu::Clerk(present.is_some()),
            Some(Who::Officer(staff) | Who::Supervisor(staff) | Who::Dpo(staff)) => Menu::Staff(staff.role),
        };
        let config = &ctx.web.0.config;
        Frame {
            l: ctx.l,
            path: ctx.path.clone(),
            title,
            error: false,
            back: None,
            menu,
            csrf: ctx.form_key.token(),
            demo: config.demo,
            exit_to: config.exit_to.clone(),
            contact: config.contact.clone(),
            issuer: ctx.service().settings().issuer.clone(),
            acting: ctx.for_whom(),
            posted: ctx.session.as_ref().and_then(Session::posted_on),
            zone: ctx.service().zone().clone(),
        }
    }

    /// With a link back, given as a path after the language.
    pub(crate) fn back(mut self, path: impl Into<String>) -> Self {
        self.back = Some(path.into());
        self
    }

    /// A text.
    pub(crate) fn t(&self, id: &str) -> String {
        self.l.t(id)
    }

    /// A text with one argument.
    pub(crate) fn t1(&self, id: &str, name: &str, value: impl Into<Arg>) -> String {
        self.l.t1(id, name, value)
    }

    /// A path in the language of the page.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("/{}{}", self.l, path)
    }

    /// A day in words.
    pub(crate) fn day(&self, date: &Date) -> String {
        self.l.date(*date)
    }

    /// A day in words, with the day of the week.
    pub(crate) fn weekday(&self, date: &Date) -> String {
        self.l.date_with_weekday(*date)
    }

    /// A moment in words, in the local time zone.
    pub(crate) fn moment(&self, at: &Timestamp) -> String {
        self.l.moment(*at, &self.zone)
    }

    pub(crate) fn css(&self) -> String {
        assets::css()
    }
    pub(crate) fn js(&self) -> String {
        assets::js()
    }
    pub(crate) fn icon(&self) -> String {
        assets::icon()
    }
    pub(crate) fn languages(&self) -> [Locale; 3] {
        Locale::EVERY
    }
    /// The entries of the menu: path and text id.
    pub(crate) fn menu_items(&self) -> &'static [(&'static str, &'static str)] {
        const RESIDENT: &[(&str, &str)] = &[
            ("/record", "menu-record"),
            ("/due", "menu-due"),
            ("/receipts", "menu-receipts"),
            ("/looks", "menu-looks"),
            ("/inbox", "menu-inbox"),
            ("/my-cases", "menu-my-cases"),
            ("/data", "menu-data"),
            ("/account", "menu-account"),
            ("/homes", "menu-homes"),
        ];
        const DESK: &[(&str, &str)] = &[
            ("/desk", "menu-desk"),
            ("/record", "menu-record"),
            ("/due", "menu-due"),
            ("/receipts", "menu-receipts"),
            ("/inbox", "menu-inbox"),
            ("/my-cases", "menu-my-cases"),
            ("/data", "menu-data"),
            ("/account", "menu-account"),
            ("/homes", "menu-homes"),
        ];
        match self.menu {
            Menu::None => &[],
            Menu::Resident => RESIDENT,
            Menu::Clerk(true) => DESK,
            Menu::Clerk(false) | Menu::Staff(StaffRole::Clerk) => {
                &[("/desk", "menu-desk"), ("/post", "menu-post"), ("/letters", "menu-letters"), ("/staff", "menu-staff")]
            }
            Menu::Staff(StaffRole::Officer | StaffRole::Appeal) => &[("/cases", "menu-cases"), ("/staff", "menu-staff")],
            Menu::Staff(StaffRole::Supervisor) => &[("/sample", "menu-sample"), ("/staff", "menu-staff")],
            Menu::Staff(StaffRole::Dpo) => &[("/staff/resolve", "menu-resolve"), ("/staff", "menu-staff")],
        }
    }
}
