#pragma once
// ICC profiles made for tests: no press is like this one.
#include <lcms2.h>

#include <algorithm>
#include <string>

namespace reliure::test {

inline std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

inline std::string srgb_profile() { return saved(cmsCreate_sRGBProfile()); }

/// Primaries of Adobe RGB (1998): its green is far beyond that of sRGB.
inline std::string wide_rgb_profile() {
  const cmsCIExyY white = {0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
  cmsToneCurve* gamma = cmsBuildGamma(nullptr, 2.2);
  cmsToneCurve* curves[] = {gamma, gamma, gamma};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(gamma);
  cmsSetProfileVersion(profile, 2.1);
  return saved(profile);
}

/// A grey that is much darker than that of sRGB.
inline std::string dark_grey_profile() {
  cmsToneCurve* gamma = cmsBuildGamma(nullptr, 3);
  cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), gamma);
  cmsFreeToneCurve(gamma);
  return saved(profile);
}

namespace press {

/// From Lab of version 2 to sRGB and back, for the tables below.
struct Rgb {
  cmsHTRANSFORM of_lab, to_lab;
};

/// Each ink takes its light, and black takes three fifths of what all three have in common.
inline int inks_of_lab(const cmsUInt16Number in[], cmsUInt16Number out[], void* cargo) {
  cmsCIELab lab;
  cmsLabEncoded2FloatV2(&lab, in);
  double rgb[3];
  cmsDoTransform(static_cast<Rgb*>(cargo)->of_lab, &lab, rgb, 1);
  std::transform(rgb, rgb + 3, rgb, [](double light) { return std::clamp(light, 0.0, 1.0); });
  const double black = (1 - *std::max_element(rgb, rgb + 3)) * 3 / 5;
  for (int i = 0; i < 3; ++i) {
    out[i] = static_cast<cmsUInt16Number>((1 - rgb[i] / (1 - black)) * 65535 + 0.5);
  }
  out[3] = static_cast<cmsUInt16Number>(black * 65535 + 0.5);
  return 1;
}

inline int lab_of_inks(const cmsUInt16Number in[], cmsUInt16Number out[], void* cargo) {
  double rgb[3];
  for (int i = 0; i < 3; ++i) {
    rgb[i] = (65535.0 - in[i]) / 65535 * (65535.0 - in[3]) / 65535;
  }
  cmsCIELab lab;
  cmsDoTransform(static_cast<Rgb*>(cargo)->to_lab, rgb, &lab, 1);
  cmsFloat2LabEncodedV2(out, &lab);
  return 1;
}

inline void add_table(cmsHPROFILE profile, cmsTagSignature tag, int inputs, int outputs, cmsSAMPLER16 sampler,
                      Rgb& rgb) {
  cmsPipeline* table =
      cmsPipelineAlloc(nullptr, static_cast<unsigned>(inputs), static_cast<unsigned>(outputs));
  cmsStage* net = cmsStageAllocCLut16bit(nullptr, inputs == 3 ? 17 : 5, static_cast<unsigned>(inputs),
                                         static_cast<unsigned>(outputs), nullptr);
  cmsStageSampleCLut16bit(net, sampler, &rgb, 0);
  cmsPipelineInsertStage(table, cmsAT_BEGIN, net);
  cmsWriteTag(profile, tag, table);
  cmsPipelineFree(table);
}

}  // namespace press

/// A press with the description `Test press`.
inline std::string press_profile() {
  cmsHPROFILE lab = cmsCreateLab4Profile(nullptr), srgb = cmsCreate_sRGBProfile();
  const cmsUInt32Number flags = cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE;
  press::Rgb rgb{cmsCreateTransform(lab, TYPE_Lab_DBL, srgb, TYPE_RGB_DBL, 1, flags),
                 cmsCreateTransform(srgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL, 1, flags)};
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 2.1);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, cmsSigCmykData);
  cmsSetPCS(profile, cmsSigLabData);
  cmsMLU* name = cmsMLUalloc(nullptr, 1);
  cmsMLUsetASCII(name, "en", "US", "Test press");
  cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
  cmsWriteTag(profile, cmsSigCopyrightTag, name);
  cmsMLUfree(name);
  cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
  press::add_table(profile, cmsSigBToA0Tag, 3, 4, press::inks_of_lab, rgb);
  press::add_table(profile, cmsSigAToB0Tag, 4, 3, press::lab_of_inks, rgb);
  cmsDeleteTransform(rgb.of_lab);
  cmsDeleteTransform(rgb.to_lab);
  cmsCloseProfile(lab);
  cmsCloseProfile(srgb);
  return saved(profile);
}

}  // namespace reliure::test
