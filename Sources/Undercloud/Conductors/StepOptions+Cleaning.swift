import BareMetal
import Plans

extension StepOptions {
    /// Switches the steps of automated cleaning on that a plan asks for, and the others off.
    mutating func clean(_ cleaning: Cleaning) {
        let steps: [Cleaning: StepID] = [
            .metadata: .eraseDevicesMetadata, .whole: .eraseDevices,
            .express: .eraseDevicesExpress,
        ]
        for depth in Cleaning.allCases {
            guard let step = steps[depth] else { continue }
            cleanPriorities[step] = depth == cleaning ? 99 : 0
        }
    }
}
