import Hardware
import Testing

@testable import Libvirt
