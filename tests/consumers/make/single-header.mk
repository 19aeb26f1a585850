# A stack that is built by make and has the one header that holds all the others.
CXXFLAGS += -std=c++20 -I$(HEADER)
CPPFLAGS += -DFROM_SINGLE_HEADER

VPATH = $(PROGRAM)
$(VARIANT): main.o other.o
	$(CXX) -o $@ $^
