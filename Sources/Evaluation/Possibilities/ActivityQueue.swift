/// Variables in a heap: the one that took part in most of the latest conflicts comes first.
struct ActivityQueue {
    private var heap: [Int32] = []
    /// Where each variable stands in the heap; -1 where it does not.
    private var places: [Int] = []
    private var activities: [Double] = []
    /// The search that a variable was last wanted in.
    private var wantedIn: [Int] = []
    private var search = 0
    private var step = 1.0

    /// Makes room for one more variable.
    mutating func makeRoom() {
        places.append(-1)
        activities.append(0)
        wantedIn.append(0)
    }

    /// Begins a search among some variables.
    mutating func refill(_ variables: [Int32]) {
        for variable in heap { places[Int(variable)] = -1 }
        heap.removeAll(keepingCapacity: true)
        search += 1
        for variable in variables {
            wantedIn[Int(variable)] = search
            putBack(variable)
        }
    }

    /// Takes the first variable out; nil where none is left.
    mutating func removeFirst() -> Int32? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        places[Int(first)] = -1
        if first != last {
            heap[0] = last
            places[Int(last)] = 0
            sink(from: 0)
        }
        return first
    }

    /// Puts a variable back that is wanted in this search.
    mutating func putBack(_ variable: Int32) {
        guard wantedIn[Int(variable)] == search, places[Int(variable)] < 0 else { return }
        places[Int(variable)] = heap.count
        heap.append(variable)
        rise(from: heap.count - 1)
    }

    /// Counts that a variable took part in a conflict.
    mutating func raise(_ variable: Int32) {
        activities[Int(variable)] += step
        if activities[Int(variable)] > 1e100 {
            for index in activities.indices { activities[index] *= 1e-100 }
            step *= 1e-100
        }
        if places[Int(variable)] >= 0 { rise(from: places[Int(variable)]) }
    }

    /// Lets later conflicts count for more than earlier ones.
    mutating func age() { step /= 0.95 }

    private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
        activities[Int(left)] > activities[Int(right)]
    }

    private mutating func exchange(_ left: Int, _ right: Int) {
        heap.swapAt(left, right)
        places[Int(heap[left])] = left
        places[Int(heap[right])] = right
    }

    private mutating func rise(from place: Int) {
        var place = place
        while place > 0, isBefore(heap[place], heap[(place - 1) / 2]) {
            exchange(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(from place: Int) {
        var place = place
        while true {
            var first = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
                if isBefore(heap[child], heap[first]) { first = child }
            }
            guard first != place else { return }
            exchange(place, first)
            place = first
        }
    }
}
