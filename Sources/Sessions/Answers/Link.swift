package import Instruments

/// Somebody's judgement that one problem leads to another.
package struct Link: Equatable, Sendable {
    /// The problem that comes first.
    package var from: Reference<Element>
    /// The problem that it leads to.
    package var to: Reference<Element>
    /// What shows it; nil where nothing was said.
    package var note: String?

    /// A link between two problems.
    package init(from: Reference<Element>, to: Reference<Element>, note: String? = nil) {
        self.from = from
        self.to = to
        self.note = note
    }

    /// Whether it joins the same problems in the same direction.
    package func joins(_ from: Reference<Element>, _ to: Reference<Element>) -> Bool {
        self.from == from && self.to == to
    }
}

extension InstrumentSet {
    /// Every problem of every framework fed, in the frameworks' order.
    package var problems: [Reference<Element>] {
        frameworks.flatMap { framework in
            (framework.problems?.elements ?? []).map { Reference(framework.id, $0) }
        }
    }
}
