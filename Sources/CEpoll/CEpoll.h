// Linux's readiness of many descriptors, which the Glibc module leaves out.
#pragma once
#include <sys/epoll.h>
