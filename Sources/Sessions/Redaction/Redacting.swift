import Instruments

/// Works out what stands for the events that hold words of a place once those are taken out.
///
/// - Parameters:
///   - place: where the words stand.
///   - events: every event of the session, earlier redactions carried out.
/// - Returns: the redaction; nil where no event holds such words.
package func redaction(of place: WordsPlace, in events: [SessionEvent]) -> SessionEvent.Payload.Redaction? {
    var instead: [Int: SessionEvent.Payload] = [:]
    // What an earlier event says in place of others goes with its body, so it is said again.
    var restated: Set<Int> = []
    let contexts = events.wordsContexts
    for event in events {
        let substitutes = event.what.instead
        let rest = event.what.without(place, contexts[event.number])
        let holds = rest != event.what
        guard holds || substitutes.contains(where: { $0.what.without(place, contexts[$0.number]) != $0.what })
        else { continue }
        instead[event.number] = rest.withoutSubstitutes
        restated.formUnion(substitutes.map(\.number))
    }
    guard !instead.isEmpty else { return nil }
    for event in events where restated.contains(event.number) && instead[event.number] == nil {
        instead[event.number] = event.what
    }
    // What version 0.1 noted of a session when it was left bears the name of the authority.
    if place.isAuthority { for event in events where event.isSummary { instead[event.number] = event.what } }
    return SessionEvent.Payload.Redaction(
        place: place,
        instead: instead.sorted { $0.key < $1.key }.map { .init(number: $0.key, what: $0.value) })
}

/// The words of a place, each once.
package struct PlacedWords: Equatable, Sendable {
    /// Where they stand.
    package let place: WordsPlace
    /// The words, in the order in which they were written.
    package internal(set) var words: [String]
}

extension [SessionEvent] {
    /// All words that can be taken out, by place: those on no question first, then each question in the order in which
    /// something was written on it. What a reviewer wrote on a question stands at both places.
    ///
    /// Earlier redactions are carried out.
    package var placedWords: [PlacedWords] {
        let contexts = wordsContexts
        var places: [WordsPlace: Int] = [:]
        var placed: [PlacedWords] = []
        var known: [Set<String>] = []
        for event in withWholeNotes {
            _ = event.what.mappingWords(contexts[event.number] ?? WordsContext(number: 0)) { at, text in
                // Of a note that was typed line by line, each line was taken out by itself.
                guard text.split(separator: "\n").contains(where: { $0 != String.removedWords }) else {
                    return text
                }
                for place in at {
                    let index = places[place] ?? placed.count
                    if index == placed.count {
                        places[place] = index
                        placed.append(PlacedWords(place: place, words: []))
                        known.append([])
                    }
                    if known[index].insert(text).inserted { placed[index].words.append(text) }
                }
                return text
            }
        }
        func order(_ place: WordsPlace) -> Int {
            switch place {
            case .numbered(let kind, _): WordsPlace.Kind.allCases.firstIndex(of: kind) ?? 0
            case .link, .links: WordsPlace.Kind.allCases.count
            case .question: WordsPlace.Kind.allCases.count + 1
            }
        }
        return placed.enumerated().sorted {
            (order($0.element.place), $0.offset) < (order($1.element.place), $1.offset)
        }.map(\.element)
    }
}

extension SessionEvent.Payload {
    /// What is left of it without the words of a place; the same where it has none.
    fileprivate func without(_ place: WordsPlace, _ context: WordsContext?) -> SessionEvent.Payload {
        mappingWords(context ?? WordsContext(number: 0)) { places, text in
            !text.isEmpty && places.contains(where: place.covers) ? .removedWords : text
        }
    }

    /// What it comes to in a session that lacks earlier events: only the newest step can be taken back or made again.
    package func standing(in state: SessionState) -> SessionEvent.Payload {
        switch self {
        case .undone(let step, let position, _) where state.undoSteps.last?.number != step,
            .redone(let step, let position) where state.redoSteps.last?.number != step:
            .moved(to: position)
        // Nobody can say any more which question those words were on.
        case .noteContinued(let step, _) where state.undoSteps.last?.number != step:
            .lost(bytes: 0)
        default: self
        }
    }
}
