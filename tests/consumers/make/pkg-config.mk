# A stack that is built by make and finds the library by pkg-config.
CXXFLAGS += -std=c++20 $(shell pkg-config --cflags lwm2m-access)
CFLAGS += -std=c11 $(shell pkg-config --cflags lwm2m-access)
CPPFLAGS += -DWITH_C

VPATH = $(PROGRAM)
$(VARIANT): main.o other.o engine.o stack.o
	$(CXX) -o $@ $^
