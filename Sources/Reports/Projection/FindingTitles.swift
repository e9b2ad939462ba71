package import Instruments

extension InstrumentSet {
    /// The title of what has a full name such as `isos/tier`; nil where nothing has it.
    package func title(ofFinding name: String) -> String? {
        for framework in frameworks {
            func isName(_ id: String) -> Bool { name == "\(framework.id)/\(id)" }
            if let table = framework.tables.first(where: { isName($0.id.text) }) { return table.title }
            if let model = framework.models.first(where: { isName($0.id.text) }) { return model.title }
            if let signature = framework.signatures?.members.first(where: { isName($0.id.text) }) {
                return signature.title
            }
            if let element = framework.elements.first(where: { isName($0.id.text) }) { return element.name }
        }
        return nil
    }
}
