//! Failures: each has a page that says, in the person's language, what happened and what to do. Where our side failed, it carries an
//! attempt receipt.

use crate::ctx::{Ctx, Web, split_path};
use crate::frame::Frame;
use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use doorstep_locales::Locale;
use doorstep_service::Error;

/// Why there is no ordinary page.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// No such page, or not for this session.
    NotFound,
    /// Only for somebody who is signed in.
    SignIn,
    /// The form was not sent by our own page, or the page is too old.
    Forged,
    /// Too many in too short a time.
    TooOften,
    /// A form or file beyond the limits.
    TooLarge,
    /// A template did not render.
    Template,
    /// A use case.
    Service(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound | Error::Policy(_) => Failure::NotFound,
            other => Failure::Service(other),
        }
    }
}

impl Failure {
    fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::SignIn => StatusCode::UNAUTHORIZED,
            Failure::Forged => StatusCode::FORBIDDEN,
            Failure::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::Template => StatusCode::INTERNAL_SERVER_ERROR,
            Failure::Service(error) if error.is_ours() => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Service(Error::SpentLink) => StatusCode::GONE,
            Failure::Service(Error::Stale(_)) => StatusCode::CONFLICT,
            Failure::Service(Error::OldSession) => StatusCode::FORBIDDEN,
            Failure::Service(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// The part of text ids: `fail-<key>-title` and `fail-<key>-body`.
    fn key(&self) -> &'static str {
        match self {
            Failure::NotFound => "not-found",
            Failure::SignIn => "sign-in",
            Failure::Forged => "forged",
            Failure::TooOften => "too-often",
            Failure::TooLarge => "too-large",
            Failure::Template => "ours",
            Failure::Service(error) if error.is_busy() => "busy",
            Failure::Service(error) if error.is_ours() => "ours",
            Failure::Service(Error::SpentLink) => "spent-link",
            Failure::Service(Error::Stale(_)) => "stale",
            Failure::Service(Error::TooMany(_)) => "too-many",
            Failure::Service(Error::KeptUntil(_)) => "kept-until",
            Failure::Service(Error::InForce) => "in-force",
            Failure::Service(Error::OldSession) => "old-session",
            Failure::Service(_) => "refused",
        }
    }

    /// The sentence of a refusal of the domain, for a form's error summary.
    pub(crate) fn sentence(error: &Error, l: Locale) -> Option<String> {
        match error {
            Error::Case(refusal) => Some(l.t(&format!("case-refusal-{}", case_refusal_key(*refusal)))),
            Error::Register(refusal) => Some(l.t(&format!("refusal-{}", refusal_key(*refusal)))),
            Error::TooMany(n) => Some(l.t1("error-too-many", "n", *n)),
            _ => None,
        }
    }
}

pub(crate) fn refusal_key(refusal: doorstep_register::Refusal) -> &'static str {
    use doorstep_register::Refusal::*;
    match refusal {
        NotIntroduced => "not-introduced",
        NoRegistration => "no-registration",
        AlreadyRegistered => "already-registered",
        NoEarlierAddress => "no-earlier-address",
        BeforeBirth => "before-birth",
        BeforeArrival => "before-arrival",
        BeforeSince => "before-since",
        TooFarAhead => "too-far-ahead",
        EndsTooFarAhead => "ends-too-far-ahead",
        EndsBeforeBegins => "ends-before-begins",
        NothingChanges => "nothing-changes",
    }
}

pub(crate) fn case_refusal_key(refusal: doorstep_register::case::Refusal) -> &'static str {
    use doorstep_register::case::Refusal::*;
    match refusal {
        Stranger => "stranger",
        Conflict { .. } => "conflict",
        Backwards => "backwards",
        NotYours => "not-yours",
        NotNow => "not-now",
        NoSuchSide => "no-such-side",
        Term(_) => "term",
        NotAnOutcome => "not-an-outcome",
        NotTold(_) => "not-told",
        NotHeard(_) => "not-heard",
        HearingOwed => "hearing-owed",
        HearingDay => "hearing-day",
        NotMaintained => "not-maintained",
        GroundsDoNotCarry => "grounds-do-not-carry",
        NotOnFile(_) => "not-on-file",
        SameOfficer => "same-officer",
        NotNamed => "not-named",
        Partial => "partial",
        SecondOfficer => "second-officer",
        AppealOpen => "appeal-open",
        TooLate => "too-late",
        PostedDay => "posted-day",
        Once => "once",
        SendBack => "send-back",
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        // The page itself is made by `show`, which knows the language.
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    f: Frame,
    body: String,
    attempt: Option<(String, String)>,
    detail: Option<String>,
}

/// Turns failures into pages.
pub(crate) async fn show(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let uri = parts.uri.clone();
    let accept = parts.headers.get("accept-language").and_then(|v| v.to_str().ok()).map(Locale::negotiate);
    let before = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let Some(failure) = response.extensions_mut().remove::<Failure>() else { return response };
    if let Failure::Service(error) = &failure
        && error.is_ours()
    {
        tracing::error!(error = %error, "a use case failed on our side");
    }
    if matches!(failure, Failure::SignIn | Failure::Service(Error::StepUp)) {
        let (l, path) = split_path(uri.path()).unwrap_or((Locale::Ru, ""));
        let staffs = ["/staff", "/cases", "/desk", "/post", "/letters", "/sample"].iter().any(|of| path.starts_with(of))
            && web.service().provider_name().is_some();
        let here = || format!("{path}{}", uri.query().map(|query| format!("?{query}")).unwrap_or_default());
        // What answers a form need not be a page to come back to.
        let is_page = before.method == Method::GET;
        let next = match failure {
            Failure::Service(_) if is_page => crate::staff::back_to("/staff/step-up", &here()),
            Failure::Service(_) => crate::staff::back_to("/staff/step-up", "/staff"),
            _ if staffs && is_page => crate::staff::back_to("/staff/sign-in", &here()),
            _ if staffs => "/staff/sign-in".to_owned(),
            _ => "/sign-in".to_owned(),
        };
        return Redirect::to(&format!("/{l}{next}")).into_response();
    }
    parts = before;
    if split_path(uri.path()).is_none() {
        let l = accept.unwrap_or(web.service().settings().locale);
        parts.uri = format!("/{l}/").parse().unwrap_or(uri);
    }
    // A session that cannot be read, because the database went away, must not keep the page about it from showing.
    let ctx = match Ctx::from_request_parts(&mut parts, &web).await {
        Ok(ctx) => ctx,
        Err(_) => {
            parts.headers.remove("cookie");
            match Ctx::from_request_parts(&mut parts, &web).await {
                Ok(ctx) => ctx,
                Err(_) => return response,
            }
        }
    };
    page(&ctx, &failure).unwrap_or(response)
}

fn page(ctx: &Ctx, failure: &Failure) -> Result<Response, Failure> {
    let (l, key) = (ctx.l, failure.key());
    let attempt = ["ours", "busy"].contains(&key).then(|| {
        let attempt = ctx.service().attempt();
        (attempt.code, l.moment(attempt.at, ctx.service().zone()))
    });
    let detail = match failure {
        Failure::Service(Error::KeptUntil(day)) => Some(l.date_with_weekday(*day)),
        Failure::Service(error) => Failure::sentence(error, l),
        _ => None,
    };
    let page = FailurePage { f: ctx.frame(l.t(&format!("fail-{key}-title"))), body: l.t(&format!("fail-{key}-body")), attempt, detail };
    ctx.page(failure.status(), &page)
}

/// Any other address.
pub(crate) async fn not_found() -> Failure {
    Failure::NotFound
}
