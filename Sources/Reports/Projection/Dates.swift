import Languages
package import Sessions

extension CalendarDate {
    /// The day in the language of the current catalogue: `21 November 2026` in English.
    package var localizedDescription: String {
        switch month {
        case 1: local("\(day) January \(year)")
        case 2: local("\(day) February \(year)")
        case 3: local("\(day) March \(year)")
        case 4: local("\(day) April \(year)")
        case 5: local("\(day) May \(year)")
        case 6: local("\(day) June \(year)")
        case 7: local("\(day) July \(year)")
        case 8: local("\(day) August \(year)")
        case 9: local("\(day) September \(year)")
        case 10: local("\(day) October \(year)")
        case 11: local("\(day) November \(year)")
        default: local("\(day) December \(year)")
        }
    }
}
