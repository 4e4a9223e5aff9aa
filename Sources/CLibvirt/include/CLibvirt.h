// libvirt's own headers, and whether its library is there.
#pragma once
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

// Why libvirt cannot be called; NULL where it can. To be asked before anything else is called.
const char *libvirtProblem(void);
