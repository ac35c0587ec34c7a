use crate::{Day, Email, Localized, closed_set::closed_set};

/// Facts of the accessibility statement that Swedish law asks for (lagen (2018:1937), implementing decision (EU) 2018/1523).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accessibility {
    /// Degree to which the site complies with the law.
    pub complies: Compliance,
    /// Method of the assessment.
    pub method: AssessmentMethod,
    /// Day of the assessment.
    pub assessed: Day,
    /// Day on which the site was published.
    pub published: Day,
    /// Day on which the statement was last reviewed.
    pub reviewed: Day,
    /// E-mail address for problems, if it is not that of the publication's contact.
    pub email: Option<Email>,
    /// Content that is not accessible.
    pub shortcomings: Vec<Shortcoming>,
}

/// Content of a site that is not accessible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcoming {
    /// Content that is not accessible, and for whom.
    pub what: Localized,
    /// Reason for it.
    pub why: Localized,
    /// Ground of the law on which it may be so.
    pub ground: ShortcomingGround,
}

closed_set! {
    /// Degree to which a site complies with the law on accessibility.
    pub enum Compliance {
        /// All of the content is accessible that has to be.
        Full "full" sv("helt") also("fully", "helt förenlig", "yes", "ja"),
        /// Some of the content is not accessible.
        Partial "partial" sv("delvis") also("partially", "partly", "delvis förenlig"),
        /// Most of the content is not accessible.
        None "none" sv("inte") also("not", "inte förenlig", "no", "nej"),
    }
}

closed_set! {
    /// Method by which the accessibility of a site was assessed.
    pub enum AssessmentMethod {
        /// The publisher has assessed the site itself.
        SelfAssessment "self" sv("självskattning") also("self-assessment", "egen granskning"),
        /// Somebody else has assessed the site.
        External "external" sv("extern granskning") also("third-party", "extern"),
    }
}

closed_set! {
    /// Ground of the law on which content is not accessible. The statement lists the content by it.
    pub enum ShortcomingGround {
        /// The content breaks the law.
        Breach "breach" sv("brist") also("non-compliance"),
        /// Making the content accessible would be a disproportionate burden.
        Burden "burden" sv("oskäligt betungande") also("disproportionate burden", "disproportionate-burden"),
        /// The law does not apply to the content.
        Exempt "exempt" sv("omfattas inte") also("out of scope"),
    }
}

impl Accessibility {
    /// Returns whether the shortcomings bear out the degree of compliance.
    ///
    /// A site that complies fully has at most content to which the law does not apply; any other site names what is wrong.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        let is_wrong = self.shortcomings.iter().any(|shortcoming| shortcoming.ground != ShortcomingGround::Exempt);
        is_wrong != (self.complies == Compliance::Full)
    }
}
