"""pyghmi's fake controller of one machine that is off."""

import sys

from pyghmi.ipmi import bmc


class Machine(bmc.Bmc):
    power = "off"
    boot = "default"

    def get_boot_device(self):
        return self.boot

    def set_boot_device(self, device):
        self.boot = device

    def get_power_state(self):
        return self.power

    def power_off(self):
        self.power = "off"

    def power_on(self):
        self.power = "on"

    def power_reset(self):
        pass

    def power_shutdown(self):
        self.power = "off"


Machine({"admin": "secret"}, port=int(sys.argv[1]), address="127.0.0.1").listen()
