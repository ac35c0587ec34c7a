use crate::answer::AnswerKind;
use anslag_wording::wording;
use std::io;
use thiserror::Error;

wording! {
    /// Fault of the text of a query.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum SyntaxFault {
        /// A prefix that is not declared.
        UnknownPrefix {
            /// Prefix as written.
            prefix: String,
            /// Prefix that may be meant.
            meant: Option<String>,
        }
            en("unknown prefix `{prefix}:`")
            sv("okänt prefix `{prefix}:`"),
        /// A word that is nearly a keyword.
        Keyword {
            /// Word as written.
            word: String,
            /// Keyword that is meant.
            meant: &'static str,
        }
            en("unknown keyword `{word}`")
            sv("okänt nyckelord `{word}`"),
        /// An update.
        Update {
            /// Keyword that it begins with.
            keyword: String,
        }
            en("`{keyword}` changes data: updates are not answered")
            sv("`{keyword}` ändrar data: uppdateringar besvaras inte"),
        /// Something else than what may stand there.
        Expected {
            /// Tokens that may stand there.
            tokens: String,
            /// Sign that more may stand there.
            more: &'static str,
        }
            en("expected one of {tokens}{more}")
            sv("här ska det stå något av {tokens}{more}"),
        /// The end of the text before what must follow.
        EndBefore {
            /// Tokens that may follow.
            tokens: String,
            /// Sign that more may follow.
            more: &'static str,
        }
            en("it ends where one of {tokens}{more} must follow")
            sv("den slutar där något av {tokens}{more} ska följa"),
        /// A rule that the query as a whole breaks.
        Rule {
            /// The rule.
            rule: SyntaxRule,
        }
            en("{rule}")
            sv("{rule}"),
        /// The end of the text too early.
        End
            en("unexpected end")
            sv("oväntat slut"),
        /// Any other text that is no SPARQL.
        Unexpected
            en("unexpected text")
            sv("oväntad text"),
    }
}

wording! {
    /// Limit that a query exceeds.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Excess {
        /// Text.
        Length {
            /// Maximum length.
            kib: usize,
        }
            en("it is longer than {kib} KiB")
            sv("den är längre än {kib} KiB"),
        /// Brackets inside of each other.
        Depth {
            /// Maximum number.
            max: usize,
        }
            en("more than {max} brackets are nested")
            sv("mer än {max} parenteser är inuti varandra"),
        /// Triple patterns, groups and steps of paths.
        Patterns {
            /// Maximum number.
            max: usize,
        }
            en("it has more than {max} patterns")
            sv("den har mer än {max} mönster"),
        /// Operators, filters and calls.
        Operators {
            /// Maximum number.
            max: usize,
        }
            en("it has more than {max} operators")
            sv("den har mer än {max} operatorer"),
        /// Nothing: a sign has two meanings, of which one could hide too much.
        Ambiguous
            en("`<` could mean less, or begin an IRI: put a space after it, or write the IRI with a prefix")
            sv("`<` kan betyda mindre än, eller inleda en IRI: sätt ett mellanslag efter det, eller skriv IRI:n med prefix"),
    }
}

wording! {
    /// Rule that a query breaks although its grammar is right.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum SyntaxRule {
        /// A variable of SELECT that is neither grouped nor aggregated.
        NotGrouped
            en("`SELECT` has a variable that is neither in `GROUP BY` nor in an aggregate such as `COUNT`")
            sv("`SELECT` har en variabel som varken finns i `GROUP BY` eller i en sammanräkning som `COUNT`"),
        /// All variables of groups.
        GroupedStar
            en("`SELECT *` cannot have `GROUP BY`")
            sv("`SELECT *` kan inte ha `GROUP BY`"),
        /// A new name that is a variable already.
        NameInUse
            en("`AS` gives the name of a variable that the query has already")
            sv("`AS` ger ett namn som en variabel i frågan redan har"),
        /// A variable twice.
        Duplicate
            en("`SELECT` has the same variable twice")
            sv("`SELECT` har samma variabel två gånger"),
        /// Syntax of a later version.
        LaterVersion
            en("this belongs to SPARQL 1.2, which is not supported")
            sv("det hör till SPARQL 1.2, som inte stöds"),
    }
}

wording! {
    /// Reason why a query cannot be evaluated.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum EvaluationFault {
        /// `SERVICE` asks another server.
        Service
            en("`SERVICE` asks another server, which is not supported")
            sv("`SERVICE` frågar en annan server, vilket inte stöds"),
        /// A function that is not part of SPARQL.
        UnknownFunction {
            /// IRI of the function.
            function: String,
        }
            en("unknown function <{function}>")
            sv("okänd funktion <{function}>"),
        /// Anything else.
        Other {
            /// Message of the store, in English.
            detail: String,
        }
            en("the store fails ({detail})")
            sv("databasen sviktar ({detail})"),
    }
}

wording! {
    /// A query that cannot be answered.
    #[derive(Debug, Error)]
    pub enum QueryError {
        /// The query is not SPARQL.
        Syntax {
            /// Line and column, from 1; `None` if the parser names no position.
            place: Option<(usize, usize)>,
            /// Fault.
            fault: SyntaxFault,
        }
            en("invalid SPARQL query: {fault}")
            sv("ogiltig SPARQL-fråga: {fault}"),
        /// The query is too large to be evaluated safely.
        TooLarge {
            /// Line and column, from 1.
            place: (usize, usize),
            /// Exceeded limit.
            excess: Excess,
        }
            en("the query is too large: {excess}")
            sv("frågan är för stor: {excess}"),
        /// The evaluation needs more memory than allowed.
        Memory {
            /// Limit in MiB.
            mib: u64,
        }
            en("the query needs more than {mib} MiB of memory")
            sv("frågan behöver mer än {mib} MiB minne"),
        /// The evaluation cannot begin.
        Start {
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot start the query")
            sv("det går inte att starta frågan"),
        /// The engine has failed.
        Engine
            en("the query engine failed")
            sv("frågemotorn slutade fungera"),
        /// The time limit has passed.
        Timeout {
            /// Time limit in seconds.
            seconds: u64,
        }
            en("the query took more than {seconds} s")
            sv("frågan tog mer än {seconds} s"),
        /// The query was cancelled.
        Cancelled
            en("the query was cancelled")
            sv("frågan avbröts"),
        /// A graph of the dataset has no IRI as its name.
        GraphName {
            /// Name as given.
            name: String,
        }
            en("`{name}` is not an IRI of a graph")
            sv("`{name}` är ingen IRI för en graf"),
        /// The evaluation failed.
        Evaluation {
            /// Reason.
            fault: EvaluationFault,
        }
            en("cannot answer the query: {fault}")
            sv("det går inte att besvara frågan: {fault}"),
        /// The answer cannot be written in the format.
        Format {
            /// Name of the format.
            format: &'static str,
            /// Kind of the answer.
            kind: AnswerKind,
        }
            en("the answer is {kind}, which cannot be written as {format}")
            sv("svaret är {kind}, vilket inte kan skrivas som {format}"),
        /// The answer cannot be written.
        Write {
            /// Error of the writer.
            source: io::Error,
        }
            en("cannot write the answer")
            sv("det går inte att skriva svaret"),
    }
}
