extension RegionPicture.Part {
    /// The sizes told, by breakdown and category: what a record of releases keeps.
    package var told: [String: [String: Int]] {
        var told: [String: [String: Int]] = [:]
        for item in breakdowns {
            for (category, size) in zip(item.breakdown.categories, item.telling.sizes) {
                if let size { told[item.breakdown.id, default: [:]][category.id] = size }
            }
        }
        return told
    }

    /// The category that all or most are said to be in, by breakdown.
    package var most: [String: String] {
        var most: [String: String] = [:]
        for item in breakdowns {
            most[item.breakdown.id] = item.telling.most.flatMap { item.breakdown.categories.at($0)?.id }
        }
        return most
    }
}
