/// Why a machine that matches is given no settings.
struct SettingsRefusal: Error, Hashable {
    let reason: String
}
