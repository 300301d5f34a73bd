#pragma once
// libqpdf without its JSON, whose header Clang 14 refuses as C++20 (a vector of a class that is not
// complete).
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
