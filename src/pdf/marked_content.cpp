#include "pdf/marked_content.h"

#include "pdf/canvas.h"
#include "pdf/text_operators.h"

namespace reliure::pdf {
namespace {

void append_id(Canvas& canvas) {
  canvas.out += " <</MCID ";
  append_integer(canvas.out, static_cast<std::int64_t>(canvas.marked.marks.size()));
}

void close(Canvas& canvas) {
  end_text(canvas);
  if (!canvas.marked.interrupted) {
    canvas.out += "EMC\n";
  }
}

bool is_of_structure(const MarkedContent& marked) { return marked.open && !marked.type.empty(); }

}  // namespace

void begin_marked(Canvas& canvas, std::string_view type, const Mark& mark) {
  canvas.marked.begin = canvas.out.size();
  append_name(canvas.out, type);
  append_id(canvas);
  canvas.out += ">>BDC\n";
  canvas.marked.marks.push_back(mark);
  canvas.marked.type = type;
  canvas.marked.open = true;
  canvas.marked.interrupted = false;
  canvas.marked.content = canvas.out.size();
}

void begin_artifact(Canvas& canvas, std::string_view type) {
  canvas.out += "/Artifact <</Type ";
  append_name(canvas.out, type);
  canvas.out += ">>BDC\n";
  canvas.marked.type = {};
  canvas.marked.open = true;
  canvas.marked.interrupted = false;
}

void end_marked(Canvas& canvas) {
  if (canvas.marked.open) {
    close(canvas);
    canvas.marked.open = false;
  } else {
    end_text(canvas);
  }
}

void resume_marked(Canvas& canvas) {
  if (canvas.marked.interrupted) {
    Mark mark = canvas.marked.marks.back();
    mark.pictures.reset();
    begin_marked(canvas, canvas.marked.type, mark);
  }
}

void begin_replacement(Canvas& canvas, std::string_view text) {
  if (is_of_structure(canvas.marked)) {
    Mark mark = canvas.marked.marks.back();
    if (canvas.out.size() == canvas.marked.content) {  // nothing is in it yet: it is not needed
      canvas.out.resize(canvas.marked.begin);
      canvas.marked.marks.pop_back();
    } else {
      close(canvas);
      mark.pictures.reset();
    }
    canvas.out += "/Span";
    append_id(canvas);
    canvas.out += " /ActualText ";
    canvas.marked.marks.push_back(mark);
  } else {
    end_array(canvas);
    canvas.out += "/Span <</ActualText ";
  }
  append_text(canvas.out, text);
  canvas.out += ">>BDC\n";
}

void end_replacement(Canvas& canvas) {
  if (is_of_structure(canvas.marked)) {
    end_text(canvas);
    canvas.marked.interrupted = true;
  } else {
    end_array(canvas);
  }
  canvas.out += "EMC\n";
}

}  // namespace reliure::pdf
