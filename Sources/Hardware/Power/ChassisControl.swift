/// The part of a controller that carries out chassis commands as they are, without making sure
/// of anything.
public protocol ChassisControl: Sendable {
    func perform(_ action: ChassisAction) async throws(BMCError)
}
