// libvirt's own headers. The library is found by pkg-config.
#pragma once
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
