extension RegionPicture.Part {
    /// The sizes told, by breakdown and category: what a record of releases keeps.
    package var told: [String: [String: Int]] {
        var told: [String: [String: Int]] = [:]
        for item in breakdowns where item.telling.isAny {
            for (category, size) in zip(item.breakdown.categories, item.telling.sizes) {
                told[item.breakdown.id, default: [:]][category.id] = size
            }
        }
        return told
    }
}
