//! Citizenship, which only [`super::duties`] can read.

/// ISO 3166-1 alpha-3.
const COUNTRIES: &str = "\
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT \
    AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL \
    BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG \
    COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM \
    DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR \
    GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY \
    HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA \
    JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY \
    LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL \
    MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM \
    NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER \
    PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU \
    SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR \
    SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON \
    TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB \
    VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE \
";

/// Codes that ICAO Doc 9303-3 section 5 adds for documents: peoples and bodies without an ISO code, stateless
/// persons (XXA), refugees (XXB, XXC) and unspecified (XXX).
const DOCUMENTS: &str = "EUE GBD GBN GBO GBP GBS RKS UNA UNK UNO XBA XCC XCE XCO XEC XIM XMP XOM XPO XXA XXB XXC XXX";

/// A citizenship as a travel document states it.
///
/// It serves to find the treaty or statute that sets a person's own deadline, and nothing else. So it can be made and
/// handed to [`super::duties`], and that is all: it cannot be shown, compared, hashed, stored or taken apart.
///
/// ```
/// use doorstep_rules::Citizenship;
/// assert!(Citizenship::parse("UZB").is_ok());
/// assert!(Citizenship::parse("Uzbekistan").is_err());
/// assert_eq!(format!("{:?}", Citizenship::parse("UZB").unwrap()), "Citizenship");
/// ```
///
/// It has no readable field:
/// ```compile_fail,E0616
/// # use doorstep_rules::Citizenship;
/// let code = Citizenship::parse("UZB").unwrap().0;
/// ```
/// the comparison that `duties` uses is its own:
/// ```compile_fail,E0624
/// # use doorstep_rules::Citizenship;
/// Citizenship::parse("UZB").unwrap().is_one_of(&[]);
/// ```
/// it cannot be told from another:
/// ```compile_fail,E0369
/// # use doorstep_rules::Citizenship;
/// let same = Citizenship::parse("UZB").unwrap() == Citizenship::parse("TJK").unwrap();
/// ```
/// it cannot be shown:
/// ```compile_fail,E0599
/// # use doorstep_rules::Citizenship;
/// let text = Citizenship::parse("UZB").unwrap().to_string();
/// ```
/// and it cannot be written out:
/// ```compile_fail,E0277
/// # use doorstep_rules::Citizenship;
/// let json = serde_json::to_string(&Citizenship::parse("UZB").unwrap());
/// ```
#[derive(Clone)]
pub struct Citizenship(String);

impl std::fmt::Debug for Citizenship {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Citizenship")
    }
}

/// What was given is no citizenship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a country code of three letters as travel documents use them")]
pub struct NotACitizenship;

impl Citizenship {
    /// Reads a code of three capital letters (ISO 3166-1 alpha-3 or ICAO 9303), or `D`, which German passports carry.
    ///
    /// # Errors
    /// On anything else.
    pub fn parse(code: &str) -> Result<Self, NotACitizenship> {
        let code = if code == "D" { "DEU" } else { code };
        let known = COUNTRIES.split_whitespace().chain(DOCUMENTS.split_whitespace()).any(|c| c == code);
        if known { Ok(Self(code.to_owned())) } else { Err(NotACitizenship) }
    }

    pub(super) fn is_one_of(&self, codes: &[String]) -> bool {
        codes.contains(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_documents_carry() {
        assert_eq!(COUNTRIES.split_whitespace().count(), 249);
        for code in ["UZB", "TJK", "DEU", "D", "XXA", "XXB", "XXC", "XXX", "RKS"] {
            assert!(Citizenship::parse(code).is_ok(), "{code}");
        }
        for code in ["", "uzb", "UZ", "ZZZ", "UZBB", "УЗБ", "X X", "UZB TJK"] {
            assert_eq!(Citizenship::parse(code).err(), Some(NotACitizenship), "{code}");
        }
    }
}
