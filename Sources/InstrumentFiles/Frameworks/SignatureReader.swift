import Instruments

extension YAMLDecoder {
    /// The signatures of a framework.
    mutating func signatureSet(_ node: YAMLNode) -> SignatureSet {
        let fields = fields(
            of: node,
            known: [
                "thresholds", "basis", "reason", "categories", "members", "statuses", "early-warning",
                "balance",
            ])
        let (basis, reason) = reasonedBasis(of: fields)
        let categoryNodes = requiredItems("categories", of: fields)
        let categories = categoryNodes.map { category($0) }
        reportRepeated(idsOf: categoryNodes, categories.map(\.id.text))
        let memberNodes = requiredItems("members", of: fields)
        let members = memberNodes.map { signature($0, categories: categories) }
        reportRepeated(idsOf: memberNodes, members.map(\.id.text))
        return SignatureSet(
            thresholds: thresholds(of: fields), basis: basis, reason: reason,
            categories: categories, members: members,
            statuses: wordings("statuses", of: fields, standard: basis),
            earlyWarning: wordings("early-warning", of: fields, standard: basis),
            balance: statement("balance", of: fields))
    }

    private mutating func thresholds(of fields: Fields) -> SignatureSet.Thresholds {
        let fields = required("thresholds", of: fields).map {
            self.fields(
                of: $0,
                known: [
                    "watch-from", "evident-above-percent", "combining-from",
                    "widespread-from-categories",
                ])
        }
        guard let fields else {
            return SignatureSet.Thresholds(
                watchFrom: 1, evidentAbovePercent: 0, combiningFrom: 1, widespreadFromCategories: 1)
        }
        return SignatureSet.Thresholds(
            watchFrom: whole("watch-from", of: fields, least: 1, greatest: 1_000),
            evidentAbovePercent: whole("evident-above-percent", of: fields, least: 0, greatest: 99),
            combiningFrom: whole("combining-from", of: fields, least: 1, greatest: 1_000),
            widespreadFromCategories: whole(
                "widespread-from-categories", of: fields, least: 1, greatest: 1_000))
    }

    /// A category; where it has no source of its own, that of its `means` is meant.
    private mutating func category(_ node: YAMLNode) -> SignatureCategory {
        let fields = fields(of: node, known: ["id", "name", "title", "control", "means", "source"])
        let means = statement("means", of: fields)
        return SignatureCategory(
            id: id("id", of: fields), name: text("name", of: fields), title: text("title", of: fields),
            control: word("control", of: fields, among: [.least, .shared, .most], otherwise: .least),
            means: means, source: optionalText("source", of: fields) ?? means.source ?? "")
    }

    private mutating func signature(
        _ node: YAMLNode, categories: [SignatureCategory]
    ) -> Signature {
        let fields = fields(
            of: node, known: ["id", "category", "title", "risk", "looks-like", "helps", "source"])
        let category = SignatureCategory.ID(
            required("category", of: fields).flatMap { scalar($0, key: "category") } ?? "")
        if let node = fields["category"], !category.text.isEmpty,
            !categories.contains(where: { $0.id == category })
        {
            report(.unknownCategory(category.text), at: node.place)
        }
        return Signature(
            id: id("id", of: fields), category: category, title: text("title", of: fields),
            risk: text("risk", of: fields), looksLike: statements("looks-like", of: fields),
            helps: helps(of: fields),
            source: optionalText("source", of: fields) ?? "")
    }

    /// The words for every status or grade.
    private mutating func wordings<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String, of fields: Fields, standard: Basis
    ) -> [SignatureSet.Wording<Value>] {
        let nodes = requiredItems(key, of: fields)
        let values = Array(Value.allCases)
        var found: [SignatureSet.Wording<Value>] = []
        var places: [Place] = []
        for node in nodes {
            let fields = self.fields(of: node, known: ["id", "title", "means", "basis", "reason"])
            let id = required("id", of: fields).flatMap { word($0, key: "id", of: values) }
            let (basis, reason) = reasonedBasis(of: fields)
            let title = text("title", of: fields)
            let means = text("means", of: fields)
            guard let id else { continue }
            places.append(node.place)
            found.append(
                SignatureSet.Wording(
                    id: id, title: title, means: means,
                    basis: fields.contains("basis") ? basis : standard, reason: reason))
        }
        reportRepeated(found.map(\.id.rawValue), at: places)
        for value in values where !nodes.isEmpty && !found.contains(where: { $0.id == value }) {
            report(.missingWords(value.rawValue), at: fields.place(of: key))
        }
        return found
    }
}
